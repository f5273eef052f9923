package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestSide;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** Requests as rows, the same in every list: who, what about, where it stands, and how long is left. */
public final class RequestList {

    private RequestList() {}

    /** Adds a row for each request to the card. */
    public static void fill(ListCard card, Component view, List<RequestRow> rows, Clock clock) {
        Language language = Language.of(Formats.here().locale());
        for (RequestRow row : rows) {
            boolean sender = row.side() == RequestSide.SENDER;
            String researcher = row.researcherName().text(language);
            card.withRow(
                    sender && !row.researcherName().isEmpty()
                            ? Avatar.ofPerson(researcher)
                            : Avatar.ofOrganisation(row.organisationName().text(language), row.organisation()),
                    RequestNavigation.to(row.id(), RequestWords.title(view, row)),
                    new Span(detail(view, row, language)),
                    ending(view, row, clock));
        }
    }

    private static String detail(Component view, RequestRow row, Language language) {
        String to = row.researcherName().isEmpty()
                ? row.subProjectTitle().text(language)
                : row.researcherName().text(language);
        String line = switch (row.side()) {
            case SENDER -> view.getTranslation("request.row.to", to);
            case ADDRESSEE ->
                view.getTranslation("request.row.from", row.organisationName().text(language));
            case CLOCK, OUTSIDE -> RequestWords.sides(row, language);
        };
        return line + " · " + view.getTranslation("mode." + row.mode().name());
    }

    private static Component ending(Component view, RequestRow row, Clock clock) {
        if (!row.waitsForReader()) {
            return RequestWords.ending(view, row, clock.instant());
        }
        Tag yours = new Tag(view.getTranslation("request.row.yours"), Tone.WARN);
        Span left = new Span(RequestProgress.daysLeft(view, row, clock));
        left.addClassNames("small", "faint");
        return Columns.row(yours, left);
    }
}
