package kr.nairl.platform.core.alert;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its owner sees it.
 *
 * @param interest the title of the interest that it is about; empty for all others
 * @param asleep whether it is silent until its interest is open again
 * @param known how many were there when it began
 * @param told how many it has told
 * @param toldAt when it last did; null when never yet
 * @param latest what it told last and its owner still may see, newest first, at most {@link AlertDesk#LATEST}
 */
public record AlertLine(
        Alert alert,
        LocalizedText interest,
        boolean asleep,
        int known,
        int told,
        @Nullable Instant toldAt,
        List<Told> latest) {

    public AlertLine {
        latest = List.copyOf(latest);
    }

    /** One that was told. */
    public record Told(Finding finding, Instant at) {}
}
