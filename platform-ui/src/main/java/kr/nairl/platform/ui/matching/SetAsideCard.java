package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.SetAside;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.research.ResearchNavigation;

/** What was set aside, why, and the way back. Read when it is opened. */
final class SetAsideCard extends NativeDetails {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param count how many there are
     * @param read all of them that may still be seen
     * @param putBack takes a match back into the ranking
     */
    SetAsideCard(int count, SerializableSupplier<List<SetAside>> read, Instant now, SerializableConsumer<Who> putBack) {
        addClassName("set-aside");
        setSummaryText(getTranslation("match.aside.title", count));
        addToggleListener(toggled -> {
            if (toggled.isOpened() && getContent() == null) {
                setContent(list(read.get(), now, putBack));
            }
        });
    }

    private ListCard list(List<SetAside> all, Instant now, SerializableConsumer<Who> putBack) {
        ListCard card = new ListCard(getTranslation("match.aside.note"));
        for (SetAside one : all) {
            Button back = Buttons.plain(getTranslation("match.aside.back"), click -> putBack.accept(one.who()));
            back.setAriaLabel(getTranslation("match.aside.back.of", name(one.who())));
            card.withRow(
                    avatar(one.who()),
                    link(one.who()),
                    new Span(getTranslation(
                            "match.aside.because",
                            getTranslation("match.aside.reason." + one.reason().name()),
                            Formats.here().relative(one.at(), now))),
                    back);
        }
        return card;
    }

    /** What the one is called. */
    static String name(Who who) {
        Language language = Language.of(Formats.here().locale());
        return switch (who) {
            case Who.Researcher(var card) -> card.name().text(language);
            case Who.Area(var card) -> card.name().text(language);
            case Who.Interest(var card) -> card.title().text(language);
        };
    }

    /** @throws IllegalArgumentException for an interest */
    static Subject.Expert expert(Who who) {
        return switch (who) {
            case Who.Researcher(var card) -> new Subject.Researcher(card.id());
            case Who.Area(var card) -> new Subject.Area(card.id());
            case Who.Interest interest -> throw new IllegalArgumentException("an interest is no expert");
        };
    }

    /** @throws IllegalArgumentException for all else */
    static InterestId interest(Who who) {
        if (who instanceof Who.Interest(var card)) {
            return card.id();
        }
        throw new IllegalArgumentException("no interest");
    }

    private static Component avatar(Who who) {
        Language language = Language.of(Formats.here().locale());
        return switch (who) {
            case Who.Researcher(var card) -> Avatar.ofPerson(card.name().text(language));
            case Who.Area(var card) -> Avatar.ofSubProject(card.subProject().number());
            case Who.Interest(var card) ->
                Avatar.ofOrganisation(
                        card.company().name().text(language), card.company().id());
        };
    }

    private static Component link(Who who) {
        return switch (who) {
            case Who.Researcher(var card) -> ResearchNavigation.toResearcher(card.slug(), name(who));
            case Who.Area(var card) ->
                ResearchNavigation.toSubProject(card.subProject().number(), name(who));
            case Who.Interest(var card) -> InterestNavigation.to(card.id(), name(who));
        };
    }
}
