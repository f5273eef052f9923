package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.matching.Conflict;
import kr.nairl.platform.core.matching.WishDesk;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.CountedTextArea;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.Toast;

/** With whom a researcher is never to be matched: the list, and adding to it. Each step takes effect at once. */
final class ConflictsCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient WishDesk desk;
    private final transient CurrentActor current;
    private final Div shown = new Div();
    private final ComboBox<OrganisationCard> organisation =
            new ComboBox<>(getTranslation("wishes.conflict.organisation"));
    private final CountedTextArea note = new CountedTextArea(getTranslation("wishes.conflict.note"), Conflict.NOTE_MAX);
    private final FieldErrors errors =
            new FieldErrors().at("organisation", organisation).at("note", note);

    ConflictsCard(WishDesk desk, PartnerDirectory directory, CurrentActor current) {
        this.desk = desk;
        this.current = current;
        organisation.setWidthFull();
        organisation.setItemLabelGenerator(card -> card.name().text(ResearchWords.language()));
        organisation.setItems(query -> directory
                .search(
                        current.actor(),
                        new OrganisationFilter(
                                query.getFilter().orElse(""),
                                Set.of(
                                        OrganisationKind.COMPANY,
                                        OrganisationKind.VENTURE_CAPITAL,
                                        OrganisationKind.INSTITUTE),
                                false,
                                null),
                        new PageRequest(query.getOffset(), Math.min(query.getLimit(), PageRequest.MAX_LIMIT)))
                .items()
                .stream());
        Paragraph meaning = new Paragraph(getTranslation("wishes.conflicts.meaning"));
        meaning.addClassNames("small", "dim");
        add(new Card(
                getTranslation("wishes.conflicts"),
                meaning,
                shown,
                new H3(getTranslation("wishes.conflict.add")),
                organisation,
                note,
                Buttons.plain(getTranslation("wishes.conflict.add.do"), click -> declare())));
        addClassName("conflicts");
        show();
    }

    /** The rows of somebody's conflicts, without a way to change them. */
    static ListCard readOnly(ListCard card, List<Conflict> conflicts) {
        for (Conflict conflict : conflicts) {
            String name = name(card, conflict);
            card.withRow(
                    Avatar.ofOrganisation(name, conflict.organisation()), new Span(name), detail(card, conflict), null);
        }
        return card;
    }

    private void show() {
        shown.removeAll();
        List<Conflict> conflicts = desk.ownConflicts(current.actor());
        if (conflicts.isEmpty()) {
            Span none = new Span(getTranslation("wishes.conflicts.none"));
            none.addClassNames("small", "dim");
            shown.add(none);
            return;
        }
        for (Conflict conflict : conflicts) {
            String name = name(this, conflict);
            Button withdraw = Buttons.quiet(getTranslation("wishes.conflict.withdraw"), click -> {
                desk.withdraw(current.actor(), conflict.organisation());
                show();
                Toast.undoable(
                        getTranslation("wishes.conflict.withdrawn", name), getTranslation("match.aside.undo"), () -> {
                            desk.declare(current.actor(), conflict.organisation(), conflict.note());
                            show();
                        });
            });
            withdraw.setAriaLabel(getTranslation("wishes.conflict.withdraw.of", name));
            Div words = new Div(new Span(name), detail(this, conflict));
            words.addClassName("conflict-words");
            Div row = new Div(Avatar.ofOrganisation(name, conflict.organisation()), words, withdraw);
            row.addClassName("conflict");
            shown.add(row);
        }
    }

    private static String name(Component page, Conflict conflict) {
        return conflict.name().isEmpty()
                ? page.getTranslation("wishes.conflict.hidden")
                : conflict.name().text(ResearchWords.language());
    }

    private static Span detail(Component page, Conflict conflict) {
        String since =
                page.getTranslation("wishes.conflict.since", Formats.here().date(conflict.declaredAt()));
        Span detail = new Span(
                conflict.note().isEmpty()
                        ? since
                        : page.getTranslation("wishes.conflict.detail", conflict.note(), since));
        detail.addClassNames("small", "dim");
        return detail;
    }

    private void declare() {
        errors.clear();
        OrganisationCard chosen = organisation.getValue();
        if (chosen == null) {
            errors.show(new InvalidInputException("organisation", "required"));
            return;
        }
        try {
            desk.declare(current.actor(), chosen.id(), note.getValue());
            Toast.success(
                    getTranslation("wishes.conflict.declared", chosen.name().text(ResearchWords.language())));
            organisation.clear();
            note.clear();
            show();
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }
}
