package kr.nairl.platform.ui.reader;

import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.shared.Language;

/**
 * A story shown to its editors as readers will see it: what the page says of itself above everything else. Its address
 * lies outside the public ones, because it needs a session.
 */
public record Proof(StoryId story) {

    /** Beneath it lie the proofs, by language and story. */
    public static final String ROOT = "/proofs";

    /** Where an editor sees this story in this language. */
    public static String path(Language language, StoryId story) {
        return ROOT + "/" + language.code() + "/" + story;
    }

    /** The same proof in the language that this page is not in. */
    public String otherPath(Language language) {
        return path(language.other(), story);
    }

    /** Where the story is written. */
    public String editPath() {
        return "/editor/stories/" + story;
    }
}
