package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.ConceptSheet;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.GlossaryDesk;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.TopicPicker;

/** Merges a proposed concept into one that is there already. */
final class MergeCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient GlossaryDesk desk;
    private final transient CurrentActor current;
    private final transient ConceptSheet proposal;
    private final ComboBox<Topic> into = new ComboBox<>(getTranslation("concept.merge.into"));
    private final Checkbox keep = new Checkbox(getTranslation("concept.merge.keep"), true);
    private final FieldErrors errors = new FieldErrors().at("into", into);

    MergeCard(GlossaryDesk desk, Concepts concepts, CurrentActor current, ConceptSheet proposal) {
        super();
        this.desk = desk;
        this.current = current;
        this.proposal = proposal;
        Language reader = Language.of(getLocale());
        TopicPicker.Lookup<Topic> lookup = GlossaryWords.lookup(concepts, current);
        into.setItemLabelGenerator(topic -> topic.label().text(reader));
        into.setItems(query -> {
            int skipped = query.getOffset();
            Stream<Topic> found = lookup.find(query.getFilter().orElse(""), skipped, query.getLimit()).stream();
            return found.filter(topic -> !topic.id().equals(proposal.concept().id()));
        });
        into.setWidthFull();
        into.setRequiredIndicatorVisible(true);
        Paragraph how = new Paragraph(getTranslation("concept.merge.how"));
        how.addClassNames("small", "dim");
        add(
                new H2(getTranslation("concept.merge")),
                how,
                into,
                keep,
                Buttons.plain(getTranslation("concept.merge.do"), click -> ask()));
    }

    private void ask() {
        errors.clear();
        Topic target = into.getValue();
        if (target == null) {
            errors.show(new InvalidInputException("into", "required"));
            return;
        }
        Language reader = Language.of(getLocale());
        Confirmation.askBeforeLoss(
                getTranslation(
                        "concept.merge.question",
                        proposal.concept().label().text(reader),
                        target.label().text(reader)),
                getTranslation("concept.merge.consequence"),
                getTranslation("concept.merge.do"),
                () -> merge(target));
    }

    private void merge(Topic target) {
        try {
            desk.merge(current.actor(), proposal.concept().id(), target.id(), keep.getValue(), proposal.version());
            Toast.success(getTranslation("concept.merged"));
            UI.getCurrent().navigate(ConceptView.class, GlossaryNavigation.concept(target.slug()));
        } catch (InvalidInputException refused) {
            errors.show(refused);
        } catch (StaleException overtaken) {
            Toast.error(getTranslation("concept.overtaken.reload"));
        } catch (NotFoundException gone) {
            Toast.error(getTranslation("concept.gone"));
        }
    }
}
