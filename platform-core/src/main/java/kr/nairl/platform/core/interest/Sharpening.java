package kr.nairl.platform.core.interest;

import java.util.EnumSet;
import java.util.Set;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What a company could add to an interest so that those who fit are found more surely. */
public enum Sharpening {
    /** The need in English beside Korean: researchers describe most results in it. */
    ENGLISH,
    /** The need in Korean beside English. */
    KOREAN,
    /** A need of more than a few sentences. */
    DETAIL,
    /** More topics: they say what running text leaves open. */
    TOPICS,
    /** The sub-projects in mind. */
    SUB_PROJECT;

    private static final int ENOUGH_CHARACTERS = 200;
    private static final int ENOUGH_TOPICS = 3;

    static Set<Sharpening> of(LocalizedText need, int topics, int subProjects) {
        Set<Sharpening> found = EnumSet.noneOf(Sharpening.class);
        if (need.en() == null && need.ko() != null) {
            found.add(ENGLISH);
        }
        if (need.ko() == null && need.en() != null) {
            found.add(KOREAN);
        }
        if (length(need.ko()) < ENOUGH_CHARACTERS && length(need.en()) < ENOUGH_CHARACTERS) {
            found.add(DETAIL);
        }
        if (topics < ENOUGH_TOPICS) {
            found.add(TOPICS);
        }
        if (subProjects == 0) {
            found.add(SUB_PROJECT);
        }
        return found;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
