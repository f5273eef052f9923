package kr.nairl.platform.core.research.outside;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.nairl.platform.core.research.FoundWork;
import kr.nairl.platform.core.research.OutsideWorks;
import kr.nairl.platform.core.research.WorkSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenAlex: {@code /works} filtered by an author's ORCID iD, page by page along a cursor. An abstract comes as the places of
 * each of its words and is put together again.
 */
final class OpenAlexWorks implements OutsideWorks {

    private static final int PAGE = 100;
    private static final int MOST_PLACES = 3_000;
    private static final Pattern ID = Pattern.compile("^(?:https?://openalex\\.org/)?(W\\d{1,20})$");
    private static final String FIELDS =
            "id,doi,display_name,publication_year,primary_location,authorships,abstract_inverted_index";

    private final DirectorySettings settings;
    private final DirectoryLine line;

    OpenAlexWorks(DirectorySettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.line = new DirectoryLine("openalex", settings, json, clock);
    }

    @Override
    public WorkSource source() {
        return WorkSource.OPENALEX;
    }

    @Override
    public boolean isOn() {
        return settings.on();
    }

    @Override
    public Answer ask(String orcid) {
        List<FoundWork> works = new ArrayList<>();
        String cursor = "*";
        try {
            // A cursor that never ends is cut off with the works.
            for (int page = 0; page < MOST / PAGE && cursor != null; page++) {
                JsonNode answer = line.get(address(orcid, cursor));
                JsonNode results = answer.path("results");
                if (!results.isArray()) {
                    return new Answer.Failed(Failure.UNREADABLE);
                }
                for (JsonNode result : results) {
                    FoundWork work = work(result);
                    if (work != null) {
                        works.add(work);
                    }
                }
                JsonNode next = answer.path("meta").path("next_cursor");
                cursor = results.isEmpty() || !next.isString() ? null : next.asString();
            }
        } catch (DirectoryLine.FailedException failed) {
            return new Answer.Failed(failed.why());
        }
        return new Answer.Told(works.subList(0, Math.min(works.size(), MOST)), cursor != null || works.size() > MOST);
    }

    private String address(String orcid, String cursor) {
        String address = "/works?filter=author.orcid:" + orcid + "&select=" + FIELDS + "&per-page=" + PAGE + "&cursor="
                + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        return settings.mailto().isEmpty()
                ? address
                : address + "&mailto=" + URLEncoder.encode(settings.mailto(), StandardCharsets.UTF_8);
    }

    private static @Nullable FoundWork work(JsonNode result) {
        Matcher id = ID.matcher(result.path("id").asString(""));
        String title = ToldText.title(result.path("display_name"));
        if (!id.matches() || title == null) {
            return null;
        }
        JsonNode location = result.path("primary_location");
        List<String> authors = new ArrayList<>();
        for (JsonNode authorship : result.path("authorships")) {
            String name = ToldText.of(authorship.path("author").path("display_name"));
            if (name != null) {
                authors.add(name);
            }
        }
        return new FoundWork(
                WorkSource.OPENALEX,
                id.group(1),
                FoundWork.text(title),
                ToldText.of(location.path("source").path("display_name")),
                ToldText.year(result.path("publication_year")),
                ToldText.of(result.path("doi")),
                ToldText.of(location.path("landing_page_url")),
                FoundWork.text(summary(result.path("abstract_inverted_index"))),
                authors);
    }

    private static @Nullable String summary(JsonNode places) {
        TreeMap<Integer, String> words = new TreeMap<>();
        places.properties().forEach(word -> {
            for (JsonNode place : word.getValue()) {
                if (place.isInt() && place.intValue() >= 0 && place.intValue() < MOST_PLACES) {
                    words.put(place.intValue(), word.getKey());
                }
            }
        });
        return words.isEmpty()
                ? null
                : String.join(" ", words.values())
                        .replaceAll("[\\s\\p{Cntrl}]+", " ")
                        .strip();
    }
}
