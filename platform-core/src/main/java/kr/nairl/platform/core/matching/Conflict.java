package kr.nairl.platform.core.matching;

import java.time.Instant;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;

/**
 * An organisation with which a researcher is never to be matched. Known to the researcher and the lab's managers alone.
 *
 * @param note why, for their eyes; may be empty
 */
public record Conflict(OrganisationId organisation, LocalizedText name, String note, Instant declaredAt) {

    public static final int NOTE_MAX = 400;
}
