package kr.nairl.platform.core.research;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * A work as a file or a directory tells it, before a researcher takes it as a result of theirs. What a result has no room
 * for is cut short, and a DOI or an address that is none is left out; a title and a year that do not fit stay for the
 * researcher to mend.
 *
 * @param sourceId the key in the file, ORCID's put-code or OpenAlex's id; at most {@value #ID_MAX} characters
 * @param title empty when the source has none
 * @param year null when the source has none
 * @param authors as written, in order; empty when the source does not tell
 */
public record FoundWork(
        WorkSource source,
        String sourceId,
        LocalizedText title,
        @Nullable String venue,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable String url,
        LocalizedText summary,
        List<String> authors) {

    static final int ID_MAX = 100;

    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    public FoundWork {
        sourceId = cut(sourceId, ID_MAX);
        venue = venue == null || venue.isBlank() ? null : cut(venue.strip(), ResultWords.VENUE_MAX);
        doi = ResultWords.doi(doi).orElse(null);
        url = WebAddress.blankAsNull(url);
        url = url == null || !WebAddress.is(url) ? null : url;
        summary = LocalizedText.of(
                summary.ko() == null ? null : cut(summary.ko(), ResultWords.SUMMARY_MAX),
                summary.en() == null ? null : cut(summary.en(), ResultWords.SUMMARY_MAX));
        authors = List.copyOf(authors);
    }

    /** The text as the language that it is written in: Korean as soon as it holds Hangul. */
    public static LocalizedText text(@Nullable String text) {
        return text == null || !HANGUL.matcher(text).find()
                ? LocalizedText.of(null, text)
                : LocalizedText.of(text, null);
    }

    /** This work with what the researcher wrote instead. */
    public FoundWork with(LocalizedText otherTitle, @Nullable Integer otherYear) {
        return new FoundWork(source, sourceId, otherTitle, venue, otherYear, doi, url, summary, authors);
    }

    /** Does it lack something, or hold something that a result may not? */
    public boolean isIncomplete() {
        try {
            words(List.of());
            return false;
        } catch (InvalidInputException unfit) {
            return true;
        }
    }

    /**
     * As a result's words, without topics.
     *
     * @throws InvalidInputException naming {@code title} and {@code year} where they do not fit or lack
     */
    ResultWords words(List<ResearcherId> by) {
        if (year == null) {
            List<Violation> found = new ArrayList<>();
            try {
                new ResultWords(title, venue, null, doi, url, summary, List.of(), by);
            } catch (InvalidInputException unfit) {
                found.addAll(unfit.violations());
            }
            found.add(new Violation("year", "required", List.of()));
            throw new InvalidInputException(found);
        }
        return new ResultWords(title, venue, year, doi, url, summary, List.of(), by);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
