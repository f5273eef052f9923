package kr.nairl.platform.api.shared;

import io.swagger.v3.oas.annotations.media.Schema;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A text in Korean, English or both.
 *
 * @param ko null when there is no Korean
 * @param en null when there is no English
 */
@Schema(description = "A text in Korean, English or both; a missing language is null.")
public record Text(@Nullable String ko, @Nullable String en) {

    public static Text of(LocalizedText text) {
        return new Text(text.ko(), text.en());
    }

    /** Null counts as empty. */
    public static LocalizedText read(@Nullable Text text) {
        return text == null ? LocalizedText.EMPTY : LocalizedText.of(text.ko(), text.en());
    }
}
