package kr.nairl.platform.core.collaboration;

import java.util.Map;

/**
 * Numbers for navigation badges.
 *
 * @param byState how many the reader's list holds in each state; every state is there
 * @param waiting how many wait for the reader's side: sent ones for an addressee, questions for a sender
 */
public record RequestCounts(Map<RequestState, Integer> byState, int waiting) {

    public RequestCounts {
        byState = Map.copyOf(byState);
    }
}
