package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.component.TopicPicker;

/** What several pages of the glossary say alike. */
final class GlossaryWords {

    private GlossaryWords() {}

    static Tag status(Concept concept) {
        UI page = UI.getCurrent();
        return concept.confirmed()
                ? new Tag(page.getTranslation("glossary.confirmed"), Tone.OK)
                : new Tag(page.getTranslation("glossary.proposed"), Tone.WARN);
    }

    /** Links to concepts, or a line that says there are none. */
    static Component links(List<Topic> topics, String none) {
        if (topics.isEmpty()) {
            Paragraph nothing = new Paragraph(none);
            nothing.addClassNames("small", "dim");
            return nothing;
        }
        Div row = Columns.row();
        Language reader = Language.of(UI.getCurrent().getLocale());
        topics.forEach(topic -> {
            RouterLink link =
                    GlossaryNavigation.toConcept(topic.slug(), topic.label().text(reader));
            link.addClassNames("chip", Tone.NEUTRAL.css());
            row.add(link);
        });
        return row;
    }

    /** Finds concepts for a picker, the best ones at once. */
    static TopicPicker.Lookup<Topic> lookup(Concepts concepts, CurrentActor current) {
        return (words, offset, limit) -> offset > 0
                ? List.of()
                : concepts.search(current.actor(), words, Math.min(limit, Concepts.MAX_FOUND)).stream()
                        .map(Concept::topic)
                        .toList();
    }
}
