package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.AudienceWords;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.LanguageText;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import org.jspecify.annotations.Nullable;

/** How interests are put in words, the same on every page. */
public final class InterestPhrases {

    private InterestPhrases() {}

    /** The state as a soft tag. */
    public static Tag state(Component page, InterestState state) {
        Tone tone = switch (state) {
            case DRAFT, CLOSED -> Tone.NEUTRAL;
            case OPEN -> Tone.OK;
            case PAUSED -> Tone.WARN;
        };
        return new Tag(page.getTranslation("interest.state." + state.name()), tone);
    }

    /** The topics as tags, in their order. */
    public static Div topics(List<Topic> topics, Language language) {
        Div row = Columns.row();
        topics.forEach(topic -> row.add(new Tag(topic.label().text(language))));
        return row;
    }

    /** The need with its paragraphs. */
    public static Paragraph prose(Component page, LocalizedText text) {
        Paragraph prose = new Paragraph(
                new LanguageText(text.ko(), text.en(), Formats.here().locale()));
        prose.addClassName("prose");
        return prose;
    }

    /** A value with a mark beside it where not all members see it, so that its reader knows not to tell it on. */
    static Component marked(Component value, InterestCard card, InterestField field) {
        Audience audience = card.audience(field);
        return Audience.MEMBERS.sees(audience) || audience == card.audience()
                ? value
                : Columns.row(value, AudienceWords.tag(audience));
    }

    /** Within which time, in words. */
    public static String horizon(Component page, @Nullable Integer months) {
        return months == null
                ? page.getTranslation("interest.horizon.open")
                : page.getTranslation("interest.horizon.months", months);
    }

    /** Mode, time and end in one line, for lists. */
    public static String line(Component page, InterestCard card) {
        String mode = page.getTranslation("mode." + card.mode().name());
        // Nothing is said of a time that the reader may not see, nor that there is none.
        String line = card.horizonMonths() == null ? mode : mode + " · " + horizon(page, card.horizonMonths());
        boolean running = card.state() == InterestState.OPEN || card.state() == InterestState.PAUSED;
        return running && card.expiresAt() != null
                ? line + " · "
                        + page.getTranslation("interest.until", Formats.here().date(card.expiresAt()))
                : line;
    }

    /**
     * The short facts. Others than its company are told nothing of a time or budget that is open: it may be one that they do not
     * see.
     */
    public static KeyValues facts(Component page, InterestCard card, boolean own) {
        KeyValues facts = new KeyValues()
                .with(
                        page.getTranslation("interest.mode"),
                        page.getTranslation("mode." + card.mode().name()));
        if (own || !card.isEmpty(InterestField.HORIZON)) {
            facts.with(
                    page.getTranslation("interest.horizon"),
                    marked(new Span(horizon(page, card.horizonMonths())), card, InterestField.HORIZON));
        }
        if (own || !card.isEmpty(InterestField.BUDGET)) {
            facts.with(
                    page.getTranslation("interest.budget"),
                    marked(
                            new Span(page.getTranslation(
                                    "interest.budget." + card.budget().name())),
                            card,
                            InterestField.BUDGET));
        }
        if (!card.subProjects().isEmpty()) {
            Div tags = Columns.row();
            card.subProjects()
                    .forEach(one -> tags.add(new Tag(
                            page.getTranslation("subProject.short", one.number()), Tone.subProject(one.number()))));
            facts.with(page.getTranslation("interest.subProjects"), marked(tags, card, InterestField.SUB_PROJECTS));
        }
        facts.with(
                page.getTranslation("interest.audience"),
                page.getTranslation("interest.audience." + card.audience().name()));
        Formats formats = Formats.here();
        if (card.openedAt() != null) {
            facts.with(page.getTranslation("interest.openedAt"), formats.date(card.openedAt()));
        }
        if (card.expiresAt() != null && card.state() != InterestState.CLOSED) {
            facts.with(page.getTranslation("interest.expiresAt"), formats.date(card.expiresAt()));
        }
        return facts;
    }
}
