package kr.nairl.platform.ui.audit;

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
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** Entries as a table; on a narrow screen each row becomes a small card. */
final class AuditTable extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AuditWords words;
    private final boolean organisations;

    /** @param organisations whether to tell whose affair each was: not where all are one organisation's */
    AuditTable(List<AuditEntry> entries, AuditWords words, boolean organisations) {
        this.words = words;
        this.organisations = organisations;
        addClassNames("dense-table", "audit-table");
        NativeTableRow heads = new NativeTableRow(head("at"), head("what"), head("who"));
        if (organisations) {
            heads.add(head("organisation"));
        }
        heads.add(head("link"));
        NativeTable table = new NativeTable();
        table.setCaptionText(getTranslation("audit.title"));
        table.getCaption().addClassName("visually-hidden");
        table.getHead().add(heads);
        NativeTableBody body = table.addBody();
        entries.forEach(entry -> body.add(row(entry)));
        add(table);
    }

    private NativeTableRow row(AuditEntry entry) {
        Span at = new Span(Formats.here().dateTime(entry.at()));
        at.addClassName("num");
        NativeTableRow row =
                new NativeTableRow(cell("at", at), cell("what", what(entry)), cell("who", new Span(words.who(entry))));
        if (organisations) {
            row.add(cell("organisation", new Span(words.organisation(entry))));
        }
        row.add(cell("link", link(entry)));
        return row;
    }

    private Div what(AuditEntry entry) {
        Span action = new Span(words.what(entry));
        action.addClassName("action");
        Div what = new Div(action);
        List<String> more = words.more(entry);
        if (!more.isEmpty()) {
            Span detail = new Span(String.join(" · ", more));
            detail.addClassNames("small", "dim");
            what.add(detail);
        }
        return what;
    }

    private Tag link(AuditEntry entry) {
        Long number = entry.link();
        Tag tag = number == null
                ? new Tag(getTranslation("audit.waiting"), Tone.WARN).withIcon(Glyph.CLOCK)
                : new Tag(getTranslation("audit.linked"), Tone.OK).withIcon(Glyph.LOCK);
        tag.setTitle(
                number == null
                        ? getTranslation("audit.waiting.why")
                        : getTranslation("audit.linked.number", Formats.here().number(number)));
        return tag;
    }

    private static NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(column);
        return cell;
    }

    private NativeTableHeaderCell head(String column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("audit.column." + column));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
