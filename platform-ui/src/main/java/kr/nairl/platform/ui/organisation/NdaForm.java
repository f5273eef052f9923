package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.NdaDesk;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.DayPicker;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Toast;

/** An agreement that was signed, to be recorded. */
final class NdaForm extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient NdaDesk desk;
    private final transient CurrentActor current;
    private final Command after;
    private final ComboBox<OrganisationCard> other = new ComboBox<>(getTranslation("nda.other"));
    private final DayPicker signed = new DayPicker(getTranslation("nda.signedOn"));
    private final DayPicker ends = new DayPicker(getTranslation("nda.endsOn"));
    private final FieldErrors errors =
            new FieldErrors().at("other", other).at("signedOn", signed).at("endsOn", ends);

    /** @param after runs once one was recorded */
    NdaForm(NdaDesk desk, PartnerDirectory directory, CurrentActor current, Command after) {
        this.desk = desk;
        this.current = current;
        this.after = after;
        other.setWidthFull();
        other.setHelperText(getTranslation("nda.other.hint"));
        other.setItemLabelGenerator(card -> card.name().text(Language.of(getLocale())));
        other.setItems(query -> directory
                .search(
                        current.actor(),
                        new OrganisationFilter(query.getFilter().orElse(""), Set.of(), false, null),
                        new PageRequest(query.getOffset(), Math.min(query.getLimit(), PageRequest.MAX_LIMIT)))
                .items()
                .stream());
        signed.setWidthFull();
        ends.setWidthFull();
        ends.setHelperText(getTranslation("nda.endsOn.hint"));
        ends.setClearButtonVisible(true);
        Paragraph meaning = new Paragraph(getTranslation("nda.meaning"));
        meaning.addClassNames("small", "dim");
        add(
                new H2(getTranslation("nda.record")),
                meaning,
                other,
                signed,
                ends,
                Buttons.primary(getTranslation("nda.record.do"), click -> record()));
    }

    private void record() {
        try {
            new Violations()
                    .check(other.getValue() != null, "other", "required")
                    .check(signed.getValue() != null, "signedOn", "required")
                    .refuse();
            desk.record(current.actor(), other.getValue().id(), signed.getValue(), ends.getValue());
            Toast.success(getTranslation("nda.recorded"));
            after.execute();
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }
}
