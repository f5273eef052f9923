package kr.nairl.platform.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The demo's files as records; their shapes are described in demo/README.md. */
final class DemoFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DemoFiles() {}

    static <T> List<T> list(String name, Class<T> type) {
        try (InputStream file = open(name + ".json")) {
            return JSON.readValue(file, JSON.getTypeFactory().constructCollectionType(List.class, type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static <T> T one(String name, Class<T> type) {
        try (InputStream file = open(name + ".json")) {
            return JSON.readValue(file, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A story's front matter and Markdown body in one language. */
    static StoryFile story(String slug, String language) {
        try (InputStream file = open("letter/" + slug + "." + language + ".md")) {
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^---\\s*$", 3);
            Map<String, String> head = new LinkedHashMap<>();
            parts[1].strip().lines().forEach(line -> {
                int colon = line.indexOf(':');
                head.put(line.substring(0, colon), line.substring(colon + 1).strip());
            });
            return new StoryFile(head, parts[2].strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + name);
        if (file == null) {
            throw new IOException("the demo lacks " + name);
        }
        return file;
    }

    record Words(@Nullable String ko, @Nullable String en) {

        static LocalizedText of(@Nullable Words words) {
            return words == null ? LocalizedText.EMPTY : LocalizedText.of(words.ko(), words.en());
        }
    }

    record StoryFile(Map<String, String> head, String body) {

        String text(String key) {
            return head.getOrDefault(key, "").replaceAll("^\"|\"$", "").replace("\\\"", "\"");
        }

        List<String> list(String key) {
            String inner =
                    head.getOrDefault(key, "[]").replaceAll("^\\[|]$", "").strip();
            return inner.isEmpty() ? List.of() : List.of(inner.split("\\s*,\\s*"));
        }
    }

    record LabFile(
            String acronym,
            Words name,
            Words address,
            Words directorName,
            Offer offer,
            String brandColour,
            Words demoBanner) {
        record Offer(Words headline, Words lead, List<Point> points) {}

        record Point(Words title, Words text) {}
    }

    record OrganisationRow(
            String slug,
            String kind,
            Words name,
            String country,
            @Nullable Integer founded,
            boolean partner,
            @Nullable String partnerSince,
            boolean fictional,
            @Nullable String website,
            @Nullable String emailDomain,
            @Nullable Words sector,
            @Nullable Words summary,
            @Nullable Words description,
            @Nullable Words address,
            List<Item> items) {
        record Item(
                String kind,
                Words name,
                @Nullable Words detail,
                @Nullable String url,
                @Nullable String audience) {}
    }

    /** A non-disclosure agreement that the organisation's administrator has put down. */
    record AgreementRow(String organisation, String with, LocalDate signedOn) {}

    record PersonRow(
            String email,
            String organisation,
            List<String> roles,
            Words name,
            String givenName,
            String familyName,
            @Nullable Words title,
            @Nullable String researcher,
            String language) {}

    record SubProjectRow(
            int number,
            String slug,
            Words title,
            Words summary,
            Words description,
            List<String> institutions,
            List<String> applications,
            List<Area> areas) {
        record Area(
                String slug,
                Words name,
                Words summary,
                @Nullable String institution,
                List<String> topics) {}
    }

    record ResearcherRow(
            String slug,
            Words name,
            String organisation,
            @Nullable Integer subProject,
            String role,
            boolean overseas,
            Words headline,
            Words biography,
            @Nullable Words seeks,
            List<String> topics,
            List<String> areas) {}

    /** What a researcher with an account wants of partners. */
    record WishRow(
            String researcher,
            List<String> modes,
            List<String> fields,
            List<String> partners,
            List<String> languages,
            @Nullable Integer capacity,
            @Nullable Words data) {}

    record ResultRow(
            String slug,
            String title,
            @Nullable String titleKo,
            @Nullable String venue,
            @Nullable Integer year,
            Words summary,
            List<String> people,
            List<String> topics) {}

    record InterestRow(
            String slug,
            String organisation,
            Words title,
            Words need,
            String mode,
            List<String> topics,
            List<Integer> subProjects,
            @Nullable Integer horizonMonths,
            String budgetBand,
            String audience,
            String state) {}

    record RequestRow(
            String slug,
            String organisation,
            @Nullable String interest,
            To to,
            String mode,
            String title,
            String summary,
            String proposal,
            String offer,
            String outcome,
            @Nullable Integer daysAgoSent,
            List<Step> steps) {
        record To(@Nullable String researcher, @Nullable Integer subProject) {}

        record Step(
                int daysAgo,
                String by,
                String command,
                @Nullable String text,
                @Nullable String reason) {}
    }

    record UpdateRow(
            String slug, int subProject, String author, Words title, Words body, String audience, int daysAgo) {}

    record FollowRow(String organisation, List<Integer> subProjects) {}

    /** @param publishedOn null for an issue that is still being written */
    record LetterFile(
            String slug,
            String volume,
            Words title,
            @Nullable LocalDate publishedOn,
            Words intro,
            List<Part> sections) {
        record Part(String code, List<String> stories) {}
    }

    record EventRow(
            String slug,
            String kind,
            Words title,
            @Nullable Words description,
            LocalDate date,
            @Nullable LocalDate endDate,
            @Nullable String startTime,
            @Nullable String endTime,
            @Nullable Words venue,
            @Nullable Speaker speaker) {
        record Speaker(
                @Nullable Words name,
                @Nullable String researcher,
                @Nullable String affiliation) {}

        LocalDate lastDay() {
            return Optional.ofNullable(endDate).orElse(date);
        }
    }
}
