package kr.nairl.platform.core.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was told. Written once, then read.
 *
 * @param kind the event's kind, such as {@code request.sent}: the reader's side puts it into words
 * @param parameters plain values for those words. Texts in two languages stand under {@code <name>.ko} and
 *     {@code <name>.en}, either of which may be missing. Requests: {@code title}, {@code organisation.*},
 *     {@code researcher.*}, {@code subProject.*}, {@code side} ({@code SENDER} or {@code ADDRESSEE}: the reader's),
 *     {@code reason} of a decline. Updates: {@code title.*}, {@code researcher.*}, {@code subProject.*}. Alerts:
 *     {@code title.*} of the interest or search, {@code first.*} of what is new, {@code count}
 * @param link where it leads, relative to the application, such as {@code /requests/<id>}
 * @param readAt null while unread
 */
public record Notice(
        NoticeId id,
        String kind,
        Map<String, String> parameters,
        String link,
        Instant at,
        @Nullable Instant readAt) {

    public Notice {
        parameters = Map.copyOf(parameters);
    }

    /** Whether it waits to be read. */
    public boolean isUnread() {
        return readAt == null;
    }
}
