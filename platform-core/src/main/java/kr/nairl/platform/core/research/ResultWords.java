package kr.nairl.platform.core.research;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.shared.WebAddress;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a result.
 *
 * @param title at least one language, at most {@value #TITLE_MAX} characters each
 * @param venue at most {@value #VENUE_MAX} characters; blank counts as missing
 * @param year {@value #YEAR_MIN} to 2200
 * @param doi {@code 10.<registrant>/<suffix>}; a resolver's address before it is taken off
 * @param url an http or https address
 * @param topics at most {@value #TOPICS_MAX}
 * @param authors researchers of the lab in the result's order, at most {@value #AUTHORS_MAX}
 */
public record ResultWords(
        LocalizedText title,
        @Nullable String venue,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable String url,
        LocalizedText summary,
        List<ConceptId> topics,
        List<ResearcherId> authors) {

    public static final int TITLE_MAX = 400;
    public static final int VENUE_MAX = 200;
    public static final int DOI_MAX = 200;
    public static final int URL_MAX = 300;
    public static final int SUMMARY_MAX = 2000;
    public static final int YEAR_MIN = 1950;
    public static final int TOPICS_MAX = 15;
    public static final int AUTHORS_MAX = 50;

    private static final int YEAR_MAX = 2200;
    private static final Pattern RESOLVER =
            Pattern.compile("^(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

    /** @throws kr.nairl.platform.core.shared.InvalidInputException naming every field that is refused */
    public ResultWords {
        venue = WebAddress.blankAsNull(venue);
        doi = WebAddress.blankAsNull(doi);
        doi = doi == null ? null : RESOLVER.matcher(doi).replaceFirst("");
        url = WebAddress.blankAsNull(url);
        topics = topics.stream().distinct().toList();
        authors = authors.stream().distinct().toList();
        new Violations()
                .required(TITLE_MAX, "title", title)
                .atMost(VENUE_MAX, "venue", venue)
                .check(year == null || (year >= YEAR_MIN && year <= YEAR_MAX), "year", "year")
                .check(doi == null || DOI.matcher(doi).matches(), "doi", "doi")
                .atMost(DOI_MAX, "doi", doi)
                .check(url == null || WebAddress.is(url), "url", "url")
                .atMost(URL_MAX, "url", url)
                .atMost(SUMMARY_MAX, "summary", summary)
                .check(topics.size() <= TOPICS_MAX, "topics", "too-many", TOPICS_MAX)
                .check(authors.size() <= AUTHORS_MAX, "authors", "too-many", AUTHORS_MAX)
                .refuse();
    }

    /** The DOI that the text is, without a resolver's address; empty when it is none. */
    public static Optional<String> doi(@Nullable String text) {
        String found = text == null ? "" : RESOLVER.matcher(text.strip()).replaceFirst("");
        return found.length() <= DOI_MAX && DOI.matcher(found).matches() ? Optional.of(found) : Optional.empty();
    }

    /** These words with other authors. */
    public ResultWords by(List<ResearcherId> others) {
        return new ResultWords(title, venue, year, doi, url, summary, topics, others);
    }
}
