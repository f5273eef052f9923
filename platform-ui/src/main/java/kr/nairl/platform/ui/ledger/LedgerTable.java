package kr.nairl.platform.ui.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.core.audit.Opening;
import kr.nairl.platform.core.audit.OpeningFilter;
import kr.nairl.platform.ui.component.AudienceWords;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Formats;

/** Openings as a table; on a narrow screen each row becomes a small card. */
final class LedgerTable extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient LedgerWords words;
    private final OpeningFilter.Side side;

    LedgerTable(List<Opening> openings, OpeningFilter.Side side, LedgerWords words) {
        this.words = words;
        this.side = side;
        addClassNames("dense-table", "audit-table");
        NativeTable table = new NativeTable();
        table.setCaptionText(getTranslation("ledger.title"));
        table.getCaption().addClassName("visually-hidden");
        table.getHead().add(new NativeTableRow(head("at"), head("what"), head("who"), head("audience")));
        NativeTableBody body = table.addBody();
        openings.forEach(opening -> body.add(row(opening)));
        add(table);
    }

    private NativeTableRow row(Opening opening) {
        Span at = new Span(Formats.here().dateTime(opening.at()));
        at.addClassName("num");
        Span action = new Span(words.what(opening));
        action.addClassName("action");
        Div what = new Div(action);
        if (side == OpeningFilter.Side.OTHERS) {
            what.add(small(words.owner(opening)));
        }
        Div who = new Div(new Span(words.who(opening)));
        if (side == OpeningFilter.Side.OURS) {
            who.add(small(words.reader(opening)));
        }
        return new NativeTableRow(
                cell("at", at),
                cell("what", what),
                cell("who", who),
                cell("link", AudienceWords.tag(opening.audience())));
    }

    private static Div small(String text) {
        Div line = new Div(text);
        line.addClassNames("small", "dim");
        return line;
    }

    private static NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(column);
        return cell;
    }

    private NativeTableHeaderCell head(String column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(words.column(column));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
