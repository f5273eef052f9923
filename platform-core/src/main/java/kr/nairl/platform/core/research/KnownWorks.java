package kr.nairl.platform.core.research;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The lab's results by what makes a work the same one: its DOI, or its title and year. A title counts without case, accents,
 * spaces and punctuation.
 */
public final class KnownWorks {

    private static final Pattern UNSAID = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Known> byKey = new HashMap<>();

    KnownWorks(Collection<Known> results) {
        results.forEach(this::add);
    }

    /**
     * A result that is there.
     *
     * @param own whether the researcher who asks is among its authors
     */
    public record Known(
            ResultId id,
            LocalizedText title,
            @Nullable Integer year,
            @Nullable String doi,
            boolean own) {}

    /** The result that the work already is; one of the researcher's own before another's. */
    Optional<Known> find(FoundWork work) {
        return keys(work.title(), work.year(), work.doi()).stream()
                .map(byKey::get)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one.own() ? one : other);
    }

    void add(Known result) {
        keys(result.title(), result.year(), result.doi())
                .forEach(key -> byKey.merge(key, result, (one, other) -> one.own() ? one : other));
    }

    private static List<String> keys(LocalizedText title, @Nullable Integer year, @Nullable String doi) {
        List<String> keys = new ArrayList<>();
        if (doi != null) {
            keys.add("doi " + doi.toLowerCase(Locale.ROOT));
        }
        if (year != null) {
            Stream.of(title.ko(), title.en())
                    .filter(Objects::nonNull)
                    .map(KnownWorks::plain)
                    .filter(plain -> !plain.isEmpty())
                    .forEach(plain -> keys.add(year + " " + plain));
        }
        return keys;
    }

    private static String plain(String title) {
        String parts = Normalizer.normalize(title, Normalizer.Form.NFKD);
        return UNSAID.matcher(parts.replaceAll("\\p{M}+", "")).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
