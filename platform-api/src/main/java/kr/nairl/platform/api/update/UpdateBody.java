package kr.nairl.platform.api.update;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.api.research.Names;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.core.update.Following;
import kr.nairl.platform.core.update.UpdateDraft;
import org.jspecify.annotations.Nullable;

/**
 * An update in the caller's feed.
 *
 * @param body Markdown
 */
record UpdateBody(
        UUID id,
        Names.SubProject subProject,
        Author author,
        Text title,
        Text body,
        Audience audience,
        Instant publishedAt,
        @Nullable Instant editedAt,
        boolean followed,
        boolean own) {

    /** Who posted it. */
    record Author(UUID id, String slug, Text name) {}

    /**
     * What a researcher writes.
     *
     * @param audience PUBLIC or MEMBERS
     * @param version as read; left out when the update is new
     */
    record Write(
            Text title,
            Text body,
            Audience audience,
            @Nullable Integer version) {

        UpdateDraft read() {
            return new UpdateDraft(Text.read(title), Text.read(body), audience);
        }
    }

    /** An own update as it is edited. */
    record Sheet(UUID id, Text title, Text body, Audience audience, int version) {}

    /** What the caller follows. */
    record Follows(List<Names.SubProject> subProjects, List<Author> researchers) {

        static Follows of(Following following) {
            return new Follows(
                    following.subProjects().stream()
                            .map(one -> new Names.SubProject(one.number(), Text.of(one.title())))
                            .toList(),
                    following.researchers().stream()
                            .map(one -> new Author(one.id().value(), one.slug(), Text.of(one.name())))
                            .toList());
        }
    }

    static UpdateBody of(FeedItem item) {
        return new UpdateBody(
                item.id().value(),
                new Names.SubProject(
                        item.subProject().number(), Text.of(item.subProject().title())),
                new Author(
                        item.author().id().value(),
                        item.author().slug(),
                        Text.of(item.author().name())),
                Text.of(item.title()),
                Text.of(item.body()),
                item.audience(),
                item.publishedAt(),
                item.editedAt(),
                item.followed(),
                item.own());
    }
}
