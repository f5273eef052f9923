package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.HtmlComponent;
import java.time.Instant;

/** 'Three days ago', with the exact moment as tooltip and for machines. */
public final class RelativeTime extends HtmlComponent {
    /** @param now the moment from which the time is told, from the page's clock */
    public RelativeTime(Instant when, Instant now) {
        super("time");
        Formats formats = Formats.here();
        addClassName("time");
        getElement().setText(formats.relative(when, now));
        getElement().setAttribute("datetime", when.toString());
        setTitle(formats.dateTime(when));
    }
}
