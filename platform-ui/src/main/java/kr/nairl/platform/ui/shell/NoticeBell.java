package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.RelativeTime;

/** The bell: how many notifications are unread, live, and the newest of them on demand. Opening the list reads them. */
final class NoticeBell extends Div {
    private static final int SHOWN = 8;
    private static final int MOST = 99;
    private static final String INBOX = "notifications";

    private final ShellContents contents;
    private final Span count = new Span();
    private final Button bell;
    private final Popover list = new Popover();

    NoticeBell(ShellContents contents) {
        this.contents = contents;
        addClassName("notice-bell");
        bell = Buttons.icon(Glyph.BELL, getTranslation("shell.notices"), click -> {});
        count.addClassNames("bell-count", "num");
        count.getElement().setAttribute("aria-hidden", "true");
        list.setTarget(bell);
        list.setPosition(PopoverPosition.BOTTOM_END);
        list.setAriaLabel(getTranslation("shell.notices"));
        list.setAutofocus(true);
        list.addClassName("notice-list");
        list.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                read();
            }
        });
        add(bell, count, list);
    }

    void show(int unread) {
        Formats formats = Formats.here();
        count.setText(unread > MOST ? formats.number(MOST) + "+" : formats.number(unread));
        count.setVisible(unread > 0);
        bell.setAriaLabel(
                unread > 0
                        ? getTranslation("shell.notices.unread", formats.number(unread))
                        : getTranslation("shell.notices"));
    }

    private void read() {
        list.removeAll();
        H2 title = new H2(getTranslation("shell.notices"));
        list.add(title);
        List<Notice> notices = contents.notices(getLocale(), SHOWN);
        if (notices.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("shell.notices.none"));
            none.addClassNames("dim", "none");
            list.add(none);
        } else {
            UnorderedList rows = new UnorderedList();
            notices.forEach(notice -> rows.add(row(notice)));
            list.add(rows);
            contents.markNoticesSeen();
            show(0);
        }
        Anchor all = new Anchor(INBOX, getTranslation("inbox.all"));
        all.getElement().addEventListener("click", click -> list.close());
        list.add(all);
    }

    private ListItem row(Notice notice) {
        Span dot = new Span();
        dot.addClassNames("dot", notice.tone().css());
        Span text = new Span(notice.text());
        Div words = new Div(text, new RelativeTime(notice.when(), contents.now()));
        Anchor link = new Anchor(notice.location(), dot, words);
        link.getElement().addEventListener("click", click -> list.close());
        ListItem row = new ListItem(link);
        row.getElement().getClassList().set("unread", notice.unread());
        return row;
    }
}
