package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.shared.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Above its owner's page: see it as others do, rung by rung. Each is an address, so Back works. What a rung does not see is
 * named here and nowhere else on the page.
 */
public final class ViewAs extends Div {

    /** The parameter of the address; its value is an {@link Audience}. */
    public static final String PARAMETER = "as";

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param as the rung that the page is shown from; null for the owner's own
     * @param hidden names of what that rung does not see
     */
    public ViewAs(
            Class<? extends Component> route, RouteParameters parameters, @Nullable Audience as, List<String> hidden) {
        addClassName("view-as");
        LinkTabs tabs = new LinkTabs(getTranslation("ladder.viewAs"))
                .withTab(getTranslation("ladder.viewAs.own"), route, parameters, PARAMETER, "", as == null, 0);
        for (Audience rung : Audience.values()) {
            tabs.withTab(
                    getTranslation("ladder.reader." + rung.name()),
                    route,
                    parameters,
                    PARAMETER,
                    rung.name(),
                    rung == as,
                    0);
        }
        add(tabs);
        if (as != null) {
            Paragraph told = new Paragraph(Glyph.EYE_OFF.icon());
            told.add(
                    hidden.isEmpty()
                            ? getTranslation("ladder.viewAs.all", getTranslation("ladder.reader." + as.name()))
                            : getTranslation(
                                    "ladder.viewAs.hidden",
                                    hidden.size(),
                                    getTranslation("ladder.reader." + as.name()),
                                    String.join(", ", hidden)));
            told.addClassNames("small", "dim");
            add(told);
        }
    }

    /** The rung that an address asks for; empty for the owner's own page and for what makes no sense. */
    public static Optional<Audience> asked(QueryParameters query) {
        return query.getSingleParameter(PARAMETER)
                .flatMap(value -> Arrays.stream(Audience.values())
                        .filter(one -> one.name().equals(value))
                        .findFirst());
    }
}
