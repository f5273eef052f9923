package kr.nairl.platform.core.collaboration;

import java.util.Set;
import kr.nairl.platform.core.research.SubProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list shows.
 *
 * @param states empty for all
 * @param text words of the title or summary, or a name on either side (initial consonants too); null or blank for all
 * @param subProject addressed, or the addressee's; null for all
 * @param side what the reader is to it, {@code SENDER} or {@code ADDRESSEE}; null for all
 */
public record RequestFilter(
        Set<RequestState> states,
        @Nullable String text,
        @Nullable SubProjectId subProject,
        @Nullable RequestSide side) {

    /** Everything. */
    public static final RequestFilter ALL = new RequestFilter(Set.of(), null, null, null);

    public RequestFilter {
        states = Set.copyOf(states);
    }

    /** On either side. */
    public RequestFilter(Set<RequestState> states, @Nullable String text, @Nullable SubProjectId subProject) {
        this(states, text, subProject, null);
    }

    /** Everything in these states. */
    public static RequestFilter in(RequestState... states) {
        return new RequestFilter(Set.of(states), null, null, null);
    }
}
