package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.interest.InterestId;

/** Counts the candidates ticked for a comparison and opens it; hidden while none is ticked. */
class CompareBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient InterestId interest;
    private final List<String> chosen;
    private final Map<String, Checkbox> boxes = new LinkedHashMap<>();

    /** @param chosen ids that are ticked; kept up to date, so that they outlive this bar */
    CompareBar(InterestId interest, List<String> chosen) {
        this.interest = interest;
        this.chosen = chosen;
        addClassNames("card", "compare-bar");
        getElement().setAttribute("role", "status");
        tell();
    }

    /** The box of a candidate. */
    Checkbox box(String id) {
        Checkbox box = new Checkbox(getTranslation("match.compare.tick"), chosen.contains(id));
        boxes.put(id, box);
        box.addValueChangeListener(change -> {
            chosen.remove(id);
            if (change.getValue()) {
                chosen.add(id);
            }
            tell();
        });
        tell();
        return box;
    }

    private void tell() {
        removeAll();
        setVisible(!chosen.isEmpty());
        boolean full = chosen.size() >= Comparison.MOST;
        boxes.forEach((id, box) -> box.setEnabled(!full || chosen.contains(id)));
        add(new Span(
                getTranslation(full ? "match.compare.full" : "match.compare.count", chosen.size(), Comparison.MOST)));
        if (chosen.size() > 1) {
            add(MatchNavigation.comparison(interest, getTranslation("match.compare.open"), List.copyOf(chosen)));
        } else {
            add(new Span(getTranslation("match.compare.oneMore")));
        }
    }
}
