package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.nairl.platform.core.collaboration.RequestCounts;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.ui.collaboration.RequestList;
import kr.nairl.platform.ui.collaboration.RequestNavigation;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.StatCard;
import kr.nairl.platform.ui.interest.InterestNavigation;
import org.jspecify.annotations.Nullable;

/**
 * A researcher's home: requests, those to answer first; companies' interests that fit; what is new close by. Whoever leads a
 * sub-project also sees the interests that name it, because requests to the sub-project come to them.
 */
class ResearcherHome extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param led the sub-project that the researcher leads, with the interests that name it; null for others */
    ResearcherHome(
            RequestCounts counts,
            List<RequestRow> requests,
            List<InterestCard> fitting,
            @Nullable Led led,
            List<FeedItem> updates,
            Clock clock) {
        Language language = Language.of(getLocale());
        PageHeader header = new PageHeader(getTranslation("home.researcher.title"))
                .withLead(getTranslation("home.waiting", counts.waiting()));
        if (led != null) {
            header.withContext(getTranslation(
                    "home.leads",
                    led.subProject().number(),
                    led.subProject().title().text(language)));
        }
        List<Component> side = new ArrayList<>();
        if (led != null) {
            side.add(interests(
                    getTranslation("home.led", led.subProject().number()), "home.led.none", led.interests(), language));
        }
        side.add(interests(getTranslation("home.fitting"), "home.fitting.none", fitting, language));
        side.add(HomeCards.updates(this, updates, language, clock));
        add(
                header,
                Columns.stack(
                        Columns.equal(
                                figure(
                                        getTranslation("request.state.SENT"),
                                        counts,
                                        RequestState.SENT,
                                        RequestState.HANDED_OVER),
                                figure(counts, RequestState.QUESTION_ASKED),
                                figure(counts, RequestState.ACCEPTED),
                                figure(counts, RequestState.DECLINED)),
                        Columns.mainAndSide(requests(requests, clock), side.toArray(Component[]::new))));
    }

    /** The sub-project that somebody leads, and open interests that ask for it. */
    record Led(SubProjectName subProject, List<InterestCard> interests) {}

    private Div requests(List<RequestRow> rows, Clock clock) {
        if (rows.isEmpty()) {
            return new EmptyState(
                    Glyph.HANDSHAKE,
                    getTranslation("requests.empty"),
                    getTranslation("requests.empty.advice.researcher"));
        }
        ListCard list = new ListCard(getTranslation("home.latest"));
        list.withActions(RequestNavigation.list(getTranslation("home.all"), null));
        RequestList.fill(list, this, rows, clock);
        return new Div(list);
    }

    private ListCard interests(String title, String noneKey, List<InterestCard> interests, Language language) {
        ListCard list = new ListCard(title);
        for (InterestCard card : interests) {
            String company = card.company().name().text(language);
            list.withRow(
                    Avatar.ofOrganisation(company, card.company().id()),
                    InterestNavigation.to(card.id(), card.title().text(language)),
                    new Span(company),
                    null);
        }
        if (interests.isEmpty()) {
            list.withRow(new Span(getTranslation(noneKey)));
        }
        return list;
    }

    private StatCard figure(RequestCounts counts, RequestState state) {
        return figure(getTranslation("request.state." + state.name()), counts, state);
    }

    private static StatCard figure(String name, RequestCounts counts, RequestState... states) {
        return new StatCard(
                name,
                Formats.here()
                        .number(Arrays.stream(states)
                                .mapToInt(state -> counts.byState().getOrDefault(state, 0))
                                .sum()));
    }
}
