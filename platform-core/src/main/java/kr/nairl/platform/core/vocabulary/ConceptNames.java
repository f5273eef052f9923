package kr.nairl.platform.core.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** When two labels are the same, what can be a label, and the slug that one gives. */
final class ConceptNames {

    private static final int SLUG_MAX = 100;

    private ConceptNames() {}

    static boolean same(String one, String other) {
        return squashed(one).equals(squashed(other));
    }

    /** The label without what does not tell labels apart: case, spaces and hyphens. */
    static String squashed(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_·ㆍ]+", "");
    }

    static boolean nameable(@Nullable String label) {
        return label == null || label.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static String slugOf(LocalizedText label) {
        String slug = Normalizer.normalize(label.text(Language.EN), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() <= SLUG_MAX ? slug : slug.substring(0, SLUG_MAX);
    }
}
