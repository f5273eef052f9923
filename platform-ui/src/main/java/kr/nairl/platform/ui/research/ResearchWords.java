package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.LanguageText;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** How researchers and sub-projects are put in words, the same on every page. */
public final class ResearchWords {

    private ResearchWords() {}

    /** A text in the reader's language, or the other one marked as such. */
    public static LanguageText text(LocalizedText text) {
        Locale reader = Formats.here().locale();
        return new LanguageText(text.ko(), text.en(), reader);
    }

    /** A longer text, its line breaks kept. */
    public static Paragraph prose(LocalizedText text) {
        Paragraph paragraph = new Paragraph(text(text));
        paragraph.addClassName("prose");
        return paragraph;
    }

    /** The sub-project's short name in its colour. */
    public static Tag subProject(Component page, SubProjectName name) {
        Tag tag = new Tag(page.getTranslation("subProject.short", name.number()), Tone.subProject(name.number()));
        tag.setTitle(name.title().text(Language.of(Formats.here().locale())));
        return tag;
    }

    /** The researcher's sub-project, what they are in the lab, and whether they are abroad. */
    public static List<Tag> tags(Component page, ResearcherCard card) {
        List<Tag> tags = new ArrayList<>();
        if (card.subProject() != null) {
            tags.add(subProject(page, card.subProject()));
        }
        tags.add(new Tag(page.getTranslation("researcher.role." + card.role().name())));
        if (card.overseas()) {
            tags.add(new Tag(page.getTranslation("researcher.overseas")));
        }
        return tags;
    }

    /** Where the researcher works and on what, in one line. */
    public static Div line(ResearcherCard card) {
        Div line = new Div();
        Affiliation organisation = card.organisation();
        if (organisation != null) {
            line.add(text(organisation.name()));
        }
        if (!card.headline().isEmpty()) {
            if (organisation != null) {
                line.add(" · ");
            }
            line.add(text(card.headline()));
        }
        return line;
    }

    /** Topics as links to the researchers who work on them. */
    static Div topics(List<Topic> topics, int limit) {
        Div row = Columns.row();
        Language language = Language.of(Formats.here().locale());
        topics.stream().limit(limit).forEach(topic -> {
            RouterLink link = ResearchNavigation.toResearchersOn(
                    topic.slug(), topic.label().text(language));
            link.addClassNames("chip", Tone.NEUTRAL.css());
            row.add(link);
        });
        row.addClassName("topics");
        return row;
    }

    /** The language of the page that is being built. */
    static Language language() {
        return Language.of(Formats.here().locale());
    }
}
