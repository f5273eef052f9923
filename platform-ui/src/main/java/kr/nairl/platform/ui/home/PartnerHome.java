package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import kr.nairl.platform.core.collaboration.RequestCounts;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.ui.collaboration.RequestList;
import kr.nairl.platform.ui.collaboration.RequestNavigation;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.StatCard;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;

/** A partner's home: what waits for them, their requests and open interests, what is new, and what their profile lacks. */
class PartnerHome extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int COMPLETE = 100;

    PartnerHome(
            RequestCounts counts,
            List<RequestRow> requests,
            List<InterestCard> interests,
            List<FeedItem> updates,
            OrganisationProfile profile,
            Clock clock) {
        Language language = Language.of(getLocale());
        RouterLink start = RequestNavigation.propose(getTranslation("requests.new"));
        start.addClassNames("button", "primary");
        Div side = Columns.stack(interests(interests, language));
        if (profile.completeness() < COMPLETE) {
            side.add(nudge(profile));
        }
        side.add(HomeCards.updates(this, updates, language, clock));
        add(
                new PageHeader(getTranslation("home.partner.title"))
                        .withContext(profile.name().text(language))
                        .withLead(getTranslation("home.waiting", counts.waiting()))
                        .withActions(start),
                Columns.stack(
                        Columns.equal(
                                figure(counts, RequestState.QUESTION_ASKED),
                                figure(
                                        getTranslation("request.state.SENT"),
                                        counts,
                                        RequestState.SENT,
                                        RequestState.HANDED_OVER),
                                figure(counts, RequestState.ACCEPTED),
                                figure(counts, RequestState.DRAFT)),
                        Columns.mainAndSide(requests(requests, clock), side)));
    }

    private Div requests(List<RequestRow> rows, Clock clock) {
        if (rows.isEmpty()) {
            return new EmptyState(
                    Glyph.HANDSHAKE, getTranslation("requests.empty"), getTranslation("requests.empty.advice"));
        }
        ListCard list = new ListCard(getTranslation("home.latest"));
        list.withActions(RequestNavigation.list(getTranslation("home.all"), null));
        RequestList.fill(list, this, rows, clock);
        return new Div(list);
    }

    private ListCard interests(List<InterestCard> interests, Language language) {
        ListCard list = new ListCard(getTranslation("home.interests"));
        interests.stream()
                .filter(card -> card.state() == InterestState.OPEN)
                .forEach(card -> list.withRow(
                        null,
                        InterestNavigation.to(card.id(), card.title().text(language)),
                        new Span(getTranslation("mode." + card.mode().name())),
                        InterestNavigation.toMatches(card.id(), getTranslation("home.interests.matches"))));
        if (interests.stream().noneMatch(card -> card.state() == InterestState.OPEN)) {
            list.withRow(new Span(getTranslation("home.interests.none")));
        }
        return list;
    }

    private Card nudge(OrganisationProfile profile) {
        Paragraph advice = new Paragraph(getTranslation("home.profile.advice"));
        advice.addClassNames("small", "dim");
        return new Card(
                getTranslation("home.profile"),
                Columns.row(
                        Avatar.ofOrganisation(profile.name().text(Language.of(getLocale())), profile.id()),
                        new Tag(getTranslation("home.profile.share", profile.completeness()), Tone.WARN)),
                advice,
                OrganisationNavigation.toOwnProfile(getTranslation("home.profile.open")));
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
