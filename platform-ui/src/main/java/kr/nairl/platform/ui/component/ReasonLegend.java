package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The words and percentages of a {@link ReasonBar}, with their sum at the end when there is more than one. */
public final class ReasonLegend extends UnorderedList {
    /** @param shares the same list that the bar was given */
    public ReasonLegend(List<ReasonShare> shares) {
        addClassName("reason-legend");
        Formats formats = Formats.here();
        for (int i = 0; i < shares.size(); i++) {
            Span swatch = new Span();
            swatch.addClassNames("swatch", "series-" + (i % ReasonBar.COLOURS + 1));
            Span share = new Span(formats.percent(shares.get(i).share()));
            share.addClassName("num");
            add(new ListItem(swatch, new Span(shares.get(i).label()), share));
        }
        if (shares.size() > 1) {
            ListItem total =
                    new ListItem(getTranslation("component.reasons.sum", formats.percent(ReasonBar.sum(shares))));
            total.addClassNames("total", "num");
            add(total);
        }
    }
}
