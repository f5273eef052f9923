package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored stories with whom they are about, as their editors keep them. Every call joins a running transaction. */
public interface Stories {

    /** Adds a draft as the last of its section. */
    void add(StoryId id, IssueId issue, StoryDraft draft, Instant at);

    Optional<StorySheet> sheet(StoryId id);

    Optional<StoryId> bySlug(String slug);

    /** Whether the story stood at this version and is replaced, with its relations; a new section makes it the last there. */
    boolean replace(StoryId id, int version, StoryDraft draft, Instant at);

    /** Whether the story stood at this version and is published then (null: a draft again). */
    boolean publish(StoryId id, int version, @Nullable Instant at);

    /** Whether the story stood at this version and is gone. */
    boolean remove(StoryId id, int version);

    /** The stories of a section in their order, drafts too. */
    List<StoryId> order(IssueId issue, Section section);

    void reorder(List<StoryId> order);
}
