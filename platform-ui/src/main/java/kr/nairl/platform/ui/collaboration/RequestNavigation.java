package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;
import org.jspecify.annotations.Nullable;

/** The ways from other pages to the requests. */
public final class RequestNavigation {

    private RequestNavigation() {}

    /** The line of the navigation. */
    public static NavItem item(int waiting) {
        return new NavItem("requests", Glyph.HANDSHAKE, RequestsView.class, waiting);
    }

    /** A link with this text to one request; a draft of the reader's opens for writing. */
    public static RouterLink to(RequestId id, String text) {
        return new RouterLink(text, RequestView.class, parameters(id));
    }

    /** A link with this text to the reader's requests; those in one state, or all. */
    public static RouterLink list(String text, @Nullable RequestState state) {
        RouterLink link = new RouterLink(text, RequestsView.class);
        if (state != null) {
            link.setQueryParameters(QueryParameters.of(RequestsView.STATE, state.name()));
        }
        return link;
    }

    /** A link with this text to the page where a partner chooses whom to ask. */
    public static RouterLink propose(String text) {
        return new RouterLink(text, RequestStartView.class);
    }

    /**
     * A link with this text that begins a request to a researcher.
     *
     * @param interest the interest of the reader's own that it comes from; null for none
     */
    public static RouterLink propose(String text, ResearcherId to, @Nullable InterestId interest) {
        return start(text, RequestStartView.RESEARCHER, to.toString(), interest);
    }

    /**
     * A link with this text that begins a request to a sub-project, that is, to its principal investigator.
     *
     * @param interest the interest of the reader's own that it comes from; null for none
     */
    public static RouterLink propose(String text, int subProject, @Nullable InterestId interest) {
        return start(text, RequestStartView.SUB_PROJECT, Integer.toString(subProject), interest);
    }

    static RouteParameters parameters(RequestId id) {
        return new RouteParameters(new RouteParam(RequestView.ID, id.toString()));
    }

    /** A researcher's name that leads to the researcher's page; plain where there is none. */
    static Component researcher(@Nullable String slug, String name) {
        return byAddress(slug == null ? null : "researchers/" + slug, name);
    }

    /** An organisation's name that leads to its page; plain where the reader may not see one. */
    static Component organisation(@Nullable String slug, String name) {
        return byAddress(slug == null ? null : "partners/" + slug, name);
    }

    private static Component byAddress(@Nullable String address, String name) {
        return address == null ? new com.vaadin.flow.component.html.Span(name) : new Anchor(address, name);
    }

    private static RouterLink start(String text, String parameter, String value, @Nullable InterestId interest) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(parameter, value));
        if (interest != null) {
            query.put(RequestStartView.INTEREST, interest.toString());
        }
        RouterLink link = new RouterLink(text, RequestStartView.class);
        link.setQueryParameters(QueryParameters.simple(query));
        return link;
    }
}
