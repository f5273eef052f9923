package kr.nairl.platform.core.vocabulary;

import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Which concepts are asked for; every part narrows, null leaves it open.
 *
 * @param text a part of any label, in either language, or initial consonants; blank for all
 * @param confirmed the lab's own, or those that people proposed
 * @param area the concept itself and everything narrower
 * @param lacking concepts without a preferred label in this language
 */
public record ConceptFilter(
        String text,
        @Nullable Boolean confirmed,
        @Nullable ConceptId area,
        @Nullable Language lacking) {

    /** All. */
    public static final ConceptFilter ALL = new ConceptFilter("", null, null, null);

    /** The longest text. */
    public static final int TEXT_MAX = 100;

    public ConceptFilter {
        new Violations().atMost(TEXT_MAX, "text", text).refuse();
    }

    /** Does it leave anything out? */
    public boolean narrows() {
        return !equals(ALL);
    }
}
