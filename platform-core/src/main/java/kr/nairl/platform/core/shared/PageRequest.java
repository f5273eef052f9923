package kr.nairl.platform.core.shared;

/**
 * Which part of a list is asked for.
 *
 * @param offset rows to skip, from 0
 * @param limit rows wanted, 1 to 200
 */
public record PageRequest(int offset, int limit) {

    /** The largest page anybody gets. */
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "page", MAX_LIMIT);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(0, limit);
    }
}
