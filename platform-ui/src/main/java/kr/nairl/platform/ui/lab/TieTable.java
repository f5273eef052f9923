package kr.nairl.platform.ui.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;

/** Ties as a table; on a narrow screen each row becomes a small card whose cells carry their heading. */
final class TieTable extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final NativeTableBody body;
    private final Instant now;

    TieTable(List<Tie> ties, Language language, Instant now) {
        this.now = now;
        addClassName("tie-table");
        NativeTableRow heads = new NativeTableRow();
        heads.add(head("organisation", ""));
        heads.add(head("subProject", ""));
        for (String count : List.of("sent", "open", "accepted", "declined")) {
            heads.add(head(count, "count"));
        }
        heads.add(head("lastContact", "end"));
        NativeTable table = new NativeTable();
        table.setCaptionText(getTranslation("ties.title"));
        table.getCaption().addClassName("visually-hidden");
        table.getHead().add(heads);
        body = table.addBody();
        ties.forEach(tie -> add(tie, language));
        add(table);
    }

    private void add(Tie tie, Language language) {
        String name = tie.organisationName().text(language);
        Div who = new Div(
                Avatar.ofOrganisation(name, tie.organisation()),
                OrganisationNavigation.toPartner(tie.organisationSlug(), name));
        who.addClassName("row");
        NativeTableHeaderCell first = new NativeTableHeaderCell(who);
        first.getElement().setAttribute("scope", "row");
        Integer number = tie.subProjectNumber();
        Component where = number == null
                ? new Span(getTranslation("ties.noSubProject"))
                : new Tag(getTranslation("subProject.short", number), Tone.subProject(number));
        where.getElement().setAttribute("title", tie.subProjectTitle().text(language));
        body.add(new NativeTableRow(
                first,
                cell("subProject", "", where),
                count("sent", tie.sent(), Tone.NEUTRAL),
                count("open", tie.open(), Tone.WARN),
                count("accepted", tie.accepted(), Tone.OK),
                count("declined", tie.declined(), Tone.NEUTRAL),
                cell("lastContact", "end", new RelativeTime(tie.lastContact(), now))));
    }

    private NativeTableCell count(String column, int count, Tone tone) {
        Span number = new Span(Formats.here().number(count));
        if (count == 0) {
            number.addClassName("faint");
        } else if (tone != Tone.NEUTRAL) {
            number.addClassNames("tag", tone.css());
        }
        NativeTableCell cell = cell(column, "count", number);
        cell.addClassName("num");
        return cell;
    }

    private NativeTableCell cell(String column, String css, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", getTranslation("ties.column." + column));
        if (!css.isEmpty()) {
            cell.addClassName(css);
        }
        return cell;
    }

    private NativeTableHeaderCell head(String column, String css) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("ties.column." + column));
        cell.getElement().setAttribute("scope", "col");
        if (!css.isEmpty()) {
            cell.addClassName(css);
        }
        return cell;
    }
}
