package kr.nairl.platform.core.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a lab manager writes about a concept. Blank labels count as missing.
 *
 * @param label preferred label, in at least one language
 * @param moreKo further Korean labels
 * @param moreEn further English labels
 * @param broader concepts one step broader
 * @param source where the labels come from
 * @param licence SPDX identifier of the licence they come under
 */
public record ConceptWords(
        LocalizedText label,
        @Nullable String abbreviation,
        List<String> moreKo,
        List<String> moreEn,
        Set<ConceptId> broader,
        String source,
        String licence) {

    /** The most further labels in one language. */
    public static final int LABELS_MAX = 60;

    /** The most broader concepts. */
    public static final int BROADER_MAX = 20;

    /** The longest source. */
    public static final int SOURCE_MAX = 200;

    /** The longest licence. */
    public static final int LICENCE_MAX = 100;

    public ConceptWords {
        abbreviation = abbreviation == null || abbreviation.isBlank() ? null : abbreviation.strip();
        moreKo = cleaned(moreKo, label.ko());
        moreEn = cleaned(moreEn, label.en());
        broader = Set.copyOf(broader);
        source = source.strip();
        licence = licence.strip();
    }

    /** Every label of the language; an abbreviation belongs to both. */
    List<String> labels(Language language) {
        List<String> all = new ArrayList<>();
        Stream.of(label.exactly(language), abbreviation)
                .filter(one -> one != null)
                .forEach(one -> all.add((String) one));
        all.addAll(language == Language.KO ? moreKo : moreEn);
        return all;
    }

    /** Notes what a concept alone can be wrong in. */
    void check(Violations violations) {
        violations.required(Concept.LABEL_MAX, "label", label);
        name(violations, "label.ko", label.ko());
        name(violations, "label.en", label.en());
        violations.atMost(Concept.ABBREVIATION_MAX, "abbreviation", abbreviation);
        name(violations, "abbreviation", abbreviation);
        more(violations, "moreKo", moreKo);
        more(violations, "moreEn", moreEn);
        violations
                .check(broader.size() <= BROADER_MAX, "broader", "too-many", BROADER_MAX)
                .required(SOURCE_MAX, "source", source)
                .check(isOneLine(source), "source", "glossary-characters")
                .required(LICENCE_MAX, "licence", licence)
                .check(isOneLine(licence), "licence", "glossary-characters");
    }

    private static void more(Violations violations, String field, List<String> labels) {
        violations.check(labels.size() <= LABELS_MAX, field, "too-many", LABELS_MAX);
        for (String label : labels) {
            violations.atMost(Concept.LABEL_MAX, field, label);
            name(violations, field, label);
        }
    }

    /** A label has letters, and nothing that parts the cells and values of a table. */
    private static void name(Violations violations, String field, @Nullable String label) {
        violations
                .check(ConceptNames.nameable(label), field, "no-letters")
                .check(label == null || (isOneLine(label) && label.indexOf('|') < 0), field, "glossary-characters");
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static List<String> cleaned(List<String> labels, @Nullable String preferred) {
        return labels.stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty() && !label.equals(preferred))
                .distinct()
                .sorted()
                .toList();
    }
}
