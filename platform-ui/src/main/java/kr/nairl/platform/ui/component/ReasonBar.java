package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reasons of a match as parts of one bar; what is missing to the full length is what the match does not cover. Has
 * the same facts as text for assistive technology; {@link ReasonLegend} shows them to everybody else.
 */
public final class ReasonBar extends Div {
    static final int COLOURS = 6;

    /** @param shares in the order of the legend; together at most 1 */
    public ReasonBar(List<ReasonShare> shares) {
        addClassName("reason-bar");
        getElement().setAttribute("role", "img");
        Formats formats = Formats.here();
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "component.reasons",
                                shares.stream()
                                        .map(share -> share.label() + " " + formats.percent(share.share()))
                                        .collect(Collectors.joining(", ")),
                                formats.percent(sum(shares))));
        for (int i = 0; i < shares.size(); i++) {
            Div part = new Div();
            part.addClassName("series-" + (i % COLOURS + 1));
            part.setWidth(Math.round(shares.get(i).share() * 1000) / 10.0 + "%");
            add(part);
        }
    }

    static double sum(List<ReasonShare> shares) {
        return Math.min(1, shares.stream().mapToDouble(ReasonShare::share).sum());
    }
}
