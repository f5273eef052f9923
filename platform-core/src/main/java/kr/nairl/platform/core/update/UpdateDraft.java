package kr.nairl.platform.core.update;

import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;

/**
 * What a researcher writes: a title (at most 160 characters) and a Markdown body (at most 6000) in one language or both.
 *
 * @param audience {@link Audience#PUBLIC} or {@link Audience#MEMBERS}; an update knows no other step of the ladder
 */
public record UpdateDraft(LocalizedText title, LocalizedText body, Audience audience) {

    public static final int TITLE_LENGTH = 160;
    public static final int BODY_LENGTH = 6000;

    void refuseUnlessSound() {
        new Violations()
                .required(TITLE_LENGTH, "title", title)
                .required(BODY_LENGTH, "body", body)
                .check(audience == Audience.PUBLIC || audience == Audience.MEMBERS, "audience", "not-offered")
                .refuse();
    }
}
