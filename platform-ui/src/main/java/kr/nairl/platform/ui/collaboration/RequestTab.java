package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.nairl.platform.core.collaboration.RequestSide;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;

/** The boxes that requests lie in, each with its place in the address. */
enum RequestTab {
    RECEIVED(RequestSide.ADDRESSEE),
    SENT(RequestSide.SENDER),
    DRAFTS(RequestSide.SENDER),
    /** What lab managers oversee. */
    ALL(null);

    static final String PARAMETER = "box";

    private final @Nullable RequestSide side;

    RequestTab(@Nullable RequestSide side) {
        this.side = side;
    }

    /** The boxes that this reader has. */
    static List<RequestTab> of(Actor actor) {
        List<RequestTab> tabs = new ArrayList<>();
        if (actor.has(Role.LAB_MANAGER)) {
            tabs.add(ALL);
        }
        if (actor.has(Role.RESEARCHER)) {
            tabs.add(RECEIVED);
        }
        if (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            tabs.add(SENT);
            tabs.add(DRAFTS);
        }
        return tabs;
    }

    /** The box that the address names, the first one otherwise. */
    static RequestTab chosen(List<RequestTab> tabs, QueryParameters query) {
        return query.getSingleParameter(PARAMETER)
                .flatMap(value ->
                        tabs.stream().filter(tab -> tab.value().equals(value)).findFirst())
                .orElse(tabs.getFirst());
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    RequestSide side() {
        return side;
    }

    Set<RequestState> states() {
        return this == DRAFTS ? EnumSet.of(RequestState.DRAFT) : EnumSet.complementOf(EnumSet.of(RequestState.DRAFT));
    }
}
