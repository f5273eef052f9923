package kr.nairl.platform.ui.audit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiConsumer;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.DayPicker;
import org.jspecify.annotations.Nullable;

/** Whose affairs and which days. */
final class AuditToolbar extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ComboBox<Choice> organisation = new ComboBox<>(getTranslation("audit.organisation"));
    private final DayPicker from = new DayPicker(getTranslation("audit.from"));
    private final DayPicker until = new DayPicker(getTranslation("audit.until"));

    /** An organisation that can be chosen. */
    record Choice(String slug, String name) implements Serializable {}

    /**
     * @param every whether the reader sees every organisation's entries, and may choose one
     * @param wish told the parameter and its new value, empty for none
     */
    AuditToolbar(PartnerDirectory directory, CurrentActor current, boolean every, BiConsumer<String, String> wish) {
        addClassName("toolbar");
        organisation.setPlaceholder(getTranslation("audit.organisation.all"));
        organisation.setClearButtonVisible(true);
        organisation.setItemLabelGenerator(Choice::name);
        organisation.setItems(query -> directory
                .search(
                        current.actor(),
                        new OrganisationFilter(query.getFilter().orElse(""), Set.of(), false, null),
                        new PageRequest(query.getOffset(), Math.min(query.getLimit(), PageRequest.MAX_LIMIT)))
                .items()
                .stream()
                .map(card -> new Choice(card.slug(), card.name().text(Language.of(getLocale())))));
        organisation.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                wish.accept(
                        AuditQuery.ORGANISATION,
                        chosen.getValue() == null ? "" : chosen.getValue().slug());
            }
        });
        if (every) {
            organisation.addClassName("wide");
            add(organisation);
        }
        add(day(from, AuditQuery.FROM, wish), day(until, AuditQuery.UNTIL, wish));
    }

    /** Shows what the address asks for. */
    void show(@Nullable Choice where, @Nullable LocalDate first, @Nullable LocalDate last) {
        organisation.setValue(where);
        from.setValue(first);
        until.setValue(last);
    }

    private static DayPicker day(DayPicker picker, String parameter, BiConsumer<String, String> wish) {
        picker.setClearButtonVisible(true);
        picker.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                wish.accept(
                        parameter,
                        chosen.getValue() == null ? "" : chosen.getValue().toString());
            }
        });
        return picker;
    }
}
