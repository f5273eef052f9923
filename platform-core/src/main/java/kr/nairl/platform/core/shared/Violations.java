package kr.nairl.platform.core.shared;

import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input and refuses it as a whole. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Notes a violation unless the condition holds. */
    public Violations check(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            found.add(new Violation(field, code, List.of(arguments)));
        }
        return this;
    }

    /** The text may be absent or blank but not longer than {@code max} characters, and holds none that cannot be stored. */
    public Violations atMost(int max, String field, @Nullable String text) {
        // PostgreSQL's text knows no NUL.
        return check(text == null || text.length() <= max, field, "too-long", max)
                .check(text == null || text.indexOf('\0') < 0, field, "characters");
    }

    /** Both language forms are at most {@code max} characters long. */
    public Violations atMost(int max, String field, LocalizedText text) {
        return atMost(max, field + ".ko", text.ko()).atMost(max, field + ".en", text.en());
    }

    /** The text is there, in at least one language, and not longer than {@code max} characters. */
    public Violations required(int max, String field, LocalizedText text) {
        return check(!text.isEmpty(), field, "required").atMost(max, field, text);
    }

    /** The text is there and not longer than {@code max} characters. */
    public Violations required(int max, String field, @Nullable String text) {
        return check(text != null && !text.isBlank(), field, "required").atMost(max, field, text);
    }

    /** What was noted so far, for whoever tells it instead of refusing. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidInputException when anything was noted
     */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
