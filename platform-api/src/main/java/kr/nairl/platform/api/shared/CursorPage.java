package kr.nairl.platform.api.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most {@code limit} of them
 * @param next opaque; ask again with it as {@code cursor}; absent on the last page
 * @param total how many there are in all for this caller
 */
public record CursorPage<T>(List<T> items, @Nullable String next, int total) {

    private static final String PREFIX = "v1:";

    /** Reads the request parameters {@code cursor} and {@code limit}. */
    public static PageRequest request(@Nullable String cursor, int limit) {
        if (limit < 1 || limit > 100) {
            throw new InvalidInputException("limit", "page", 100);
        }
        if (cursor == null) {
            return PageRequest.first(limit);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (!text.startsWith(PREFIX)) {
                throw new InvalidInputException("cursor", "unreadable");
            }
            return new PageRequest(Integer.parseInt(text.substring(PREFIX.length())), limit);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidInputException("cursor", "unreadable");
        }
    }

    /** The page that answers a request, with each row shown as the endpoint shows it. */
    public static <R, T> CursorPage<T> of(Page<R> page, PageRequest request, Function<? super R, ? extends T> shown) {
        int end = request.offset() + page.items().size();
        String next = end < page.total()
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((PREFIX + end).getBytes(StandardCharsets.US_ASCII))
                : null;
        List<T> items = page.<T>map(shown::apply).items();
        return new CursorPage<>(items, next, page.total());
    }
}
