package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.interest.TopicSuggestions;
import kr.nairl.platform.core.interest.TopicSuggestions.Outcome;
import kr.nairl.platform.core.interest.TopicSuggestions.Suggestion;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.WorkProgress;

/**
 * Has a chat model propose topics for what is written in the form, and says beforehand what is sent to whom. A proposal
 * becomes a topic only when the person presses it.
 */
final class SuggestTopics extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient TopicSuggestions suggestions;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private final InterestForm form;
    private final Button ask;
    private final Div told = new Div();

    SuggestTopics(TopicSuggestions suggestions, Concepts concepts, CurrentActor current, InterestForm form) {
        this.suggestions = suggestions;
        this.concepts = concepts;
        this.current = current;
        this.form = form;
        addClassName("suggest-topics");
        ask = Buttons.plain(getTranslation("interest.suggest"), click -> ask());
        ask.setIcon(Glyph.SPARKLES.icon());
        Paragraph leaves = new Paragraph(getTranslation("interest.suggest.leaves", suggestions.where()));
        leaves.addClassNames("small", "dim");
        told.getElement().setAttribute("aria-live", "polite");
        add(ask, leaves, told);
    }

    private void ask() {
        InterestWords words;
        try {
            form.clearErrors();
            words = form.words().orElse(null);
        } catch (InvalidInputException refused) {
            form.refuses(refused.violations());
            return;
        }
        if (words == null) {
            say(getTranslation("interest.suggest.nothing"));
            return;
        }
        UI ui = getUI().orElseThrow();
        Actor actor = current.actor();
        ask.setEnabled(false);
        told.removeAll();
        told.add(new WorkProgress(getTranslation("interest.suggest.asking", suggestions.where())));
        // It may take half a minute; the form stays usable.
        Thread.ofVirtual().start(() -> {
            try {
                Outcome outcome = suggestions.suggest(actor, words);
                ui.accessLater(() -> tell(outcome), () -> {}).run();
            } catch (RuntimeException failed) {
                ui.accessLater(
                                () -> {
                                    ask.setEnabled(true);
                                    told.removeAll();
                                    throw failed;
                                },
                                () -> {})
                        .run();
            }
        });
    }

    private void tell(Outcome outcome) {
        ask.setEnabled(true);
        switch (outcome) {
            case Outcome.Confidential() -> say(getTranslation("interest.suggest.confidential"));
            case Outcome.Failed(var why) -> say(getTranslation("interest.suggest.failed." + why.name()));
            case Outcome.Suggested(List<Suggestion> terms) -> {
                if (terms.isEmpty()) {
                    say(getTranslation("interest.suggest.none"));
                } else {
                    told.removeAll();
                    Paragraph how = new Paragraph(getTranslation("interest.suggest.how"));
                    how.addClassName("small");
                    told.add(how, Columns.row(terms.stream().map(this::chip).toArray(Button[]::new)));
                }
            }
        }
    }

    private Button chip(Suggestion suggestion) {
        String label = suggestion.label().text(Language.of(getLocale()));
        Button chip = new Button(label, Glyph.PLUS.icon());
        chip.addThemeVariants(ButtonVariant.SMALL);
        chip.setAriaLabel(getTranslation("interest.suggest.take", label));
        chip.addClickListener(click -> {
            try {
                form.addTopic(concept(suggestion));
                chip.setIcon(Glyph.CHECK.icon());
                chip.setAriaLabel(getTranslation("interest.suggest.taken", label));
                chip.setEnabled(false);
            } catch (InvalidInputException refused) {
                Toast.error(getTranslation("interest.topic.refused"));
            }
        });
        return chip;
    }

    /** One that the vocabulary lacks is proposed to it, as if it had been typed. */
    private Concept concept(Suggestion suggestion) {
        Concept known = suggestion.concept();
        return known == null ? concepts.propose(current.actor(), suggestion.label()) : known;
    }

    private void say(String words) {
        told.removeAll();
        told.add(new Span(words));
    }
}
