package kr.nairl.platform.core.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link as one notes it outside of the database: whoever rewrites the whole chain, or cuts its end off, cannot make that
 * link fit again.
 *
 * @param hash 64 hexadecimal digits
 */
public record ChainEnd(long link, String hash) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,17}):([0-9a-f]{64})");

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<ChainEnd> of(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return form.matches()
                ? Optional.of(new ChainEnd(Long.parseLong(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return link + ":" + hash;
    }
}
