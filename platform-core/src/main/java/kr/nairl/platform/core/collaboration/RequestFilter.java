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
 */
public record RequestFilter(
        Set<RequestState> states,
        @Nullable String text,
        @Nullable SubProjectId subProject) {

    /** Everything. */
    public static final RequestFilter ALL = new RequestFilter(Set.of(), null, null);

    public RequestFilter {
        states = Set.copyOf(states);
    }

    /** Everything in these states. */
    public static RequestFilter in(RequestState... states) {
        return new RequestFilter(Set.of(states), null, null);
    }
}
