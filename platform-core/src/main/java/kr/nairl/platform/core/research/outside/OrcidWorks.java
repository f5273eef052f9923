package kr.nairl.platform.core.research.outside;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.research.FoundWork;
import kr.nairl.platform.core.research.OutsideWorks;
import kr.nairl.platform.core.research.WorkSource;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ORCID's public registry, version 3.0: {@code /{orcid}/works} answers everything at once, works that are the same one in
 * a group, the preferred form first. It has no abstracts and no authors.
 */
final class OrcidWorks implements OutsideWorks {

    private final DirectorySettings settings;
    private final DirectoryLine line;

    OrcidWorks(DirectorySettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.line = new DirectoryLine("orcid", settings, json, clock);
    }

    @Override
    public WorkSource source() {
        return WorkSource.ORCID;
    }

    @Override
    public boolean isOn() {
        return settings.on();
    }

    @Override
    public Answer ask(String orcid) {
        try {
            JsonNode groups = line.get("/" + orcid + "/works").path("group");
            if (!groups.isArray()) {
                return new Answer.Failed(Failure.UNREADABLE);
            }
            List<FoundWork> works = new ArrayList<>();
            for (JsonNode group : groups) {
                JsonNode summary = group.path("work-summary").path(0);
                FoundWork work = work(summary);
                if (work != null && works.size() < MOST) {
                    works.add(work);
                }
            }
            return new Answer.Told(works, groups.size() > MOST);
        } catch (DirectoryLine.FailedException failed) {
            return new Answer.Failed(failed.why());
        }
    }

    private static @Nullable FoundWork work(JsonNode summary) {
        JsonNode putCode = summary.path("put-code");
        String title = ToldText.title(summary.path("title").path("title").path("value"));
        if (!putCode.isIntegralNumber() || title == null) {
            return null;
        }
        return new FoundWork(
                WorkSource.ORCID,
                putCode.asString(),
                title(summary, title),
                ToldText.of(summary.path("journal-title").path("value")),
                ToldText.year(summary.path("publication-date").path("year").path("value")),
                doi(summary),
                ToldText.of(summary.path("url").path("value")),
                LocalizedText.EMPTY,
                List.of());
    }

    /** With the translated title where that is in the other of the two languages. */
    private static LocalizedText title(JsonNode summary, String title) {
        LocalizedText original = FoundWork.text(title);
        JsonNode translated = summary.path("title").path("translated-title");
        String other = ToldText.title(translated.path("value"));
        String language = translated.path("language-code").asString("");
        if (other != null && language.startsWith("ko") && original.ko() == null) {
            return LocalizedText.of(other, original.en());
        }
        return other != null && language.startsWith("en") && original.en() == null
                ? LocalizedText.of(original.ko(), other)
                : original;
    }

    private static @Nullable String doi(JsonNode summary) {
        for (JsonNode id : summary.path("external-ids").path("external-id")) {
            if ("doi".equalsIgnoreCase(id.path("external-id-type").asString(""))
                    && "self"
                            .equalsIgnoreCase(
                                    id.path("external-id-relationship").asString(""))) {
                return ToldText.of(id.path("external-id-value"));
            }
        }
        return null;
    }
}
