package kr.nairl.platform.core.research;

import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;

/**
 * What a sub-project says about itself.
 *
 * @param title at least one language, at most {@value #TITLE_MAX} characters each
 * @param summary at most {@value #SUMMARY_MAX} characters each
 * @param description at most {@value #DESCRIPTION_MAX} characters each
 */
public record SubProjectWords(LocalizedText title, LocalizedText summary, LocalizedText description) {

    public static final int TITLE_MAX = 200;
    public static final int SUMMARY_MAX = 600;
    public static final int DESCRIPTION_MAX = 8000;

    /** @throws kr.nairl.platform.core.shared.InvalidInputException naming every field that is refused */
    public SubProjectWords {
        new Violations()
                .required(TITLE_MAX, "title", title)
                .atMost(SUMMARY_MAX, "summary", summary)
                .atMost(DESCRIPTION_MAX, "description", description)
                .refuse();
    }
}
