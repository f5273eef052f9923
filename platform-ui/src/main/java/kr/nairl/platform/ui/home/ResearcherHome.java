package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.core.collaboration.RequestCounts;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.interest.InterestCard;
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

/** A researcher's home: requests, those to answer first; companies' interests that fit; what is new close by. */
class ResearcherHome extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    ResearcherHome(
            RequestCounts counts,
            List<RequestRow> requests,
            List<InterestCard> fitting,
            List<FeedItem> updates,
            Clock clock) {
        Language language = Language.of(getLocale());
        add(
                new PageHeader(getTranslation("home.researcher.title"))
                        .withLead(getTranslation("home.waiting", counts.waiting())),
                Columns.stack(
                        Columns.equal(
                                figure(counts, RequestState.SENT),
                                figure(counts, RequestState.QUESTION_ASKED),
                                figure(counts, RequestState.ACCEPTED),
                                figure(counts, RequestState.DECLINED)),
                        Columns.mainAndSide(
                                requests(requests, clock),
                                fitting(fitting, language),
                                HomeCards.updates(this, updates, language, clock))));
    }

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

    private ListCard fitting(List<InterestCard> fitting, Language language) {
        ListCard list = new ListCard(getTranslation("home.fitting"));
        for (InterestCard card : fitting) {
            String company = card.company().name().text(language);
            list.withRow(
                    Avatar.ofOrganisation(company, card.company().id()),
                    new Anchor("interests/" + card.id(), card.title().text(language)),
                    new Span(company),
                    null);
        }
        if (fitting.isEmpty()) {
            list.withRow(new Span(getTranslation("home.fitting.none")));
        }
        return list;
    }

    private StatCard figure(RequestCounts counts, RequestState state) {
        return new StatCard(
                getTranslation("request.state." + state.name()),
                Formats.here().number(counts.byState().getOrDefault(state, 0)));
    }
}
