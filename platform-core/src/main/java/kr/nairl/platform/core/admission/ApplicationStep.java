package kr.nairl.platform.core.admission;

import java.time.Instant;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A step in an application's history.
 *
 * @param manager the name of the manager who took it; null for the applicant, or when that person is gone
 * @param words said with it; null for none
 */
public record ApplicationStep(
        Instant at,
        @Nullable LocalizedText manager,
        ApplicationCommand.Name command,
        ApplicationState to,
        @Nullable String words) {}
