package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored issues, as their editors keep them. Every call joins a running transaction. */
public interface Issues {

    void add(IssueId id, IssueDraft draft, Instant at);

    /** Newest volume first. */
    List<IssueRow> all();

    Optional<IssueSheet> sheet(IssueId id);

    Optional<IssueId> bySlug(String slug);

    /** Whether the issue stood at this version and is replaced. */
    boolean replace(IssueId id, int version, IssueDraft draft);

    /** Whether the issue stood at this version and is published then (null: a draft again). */
    boolean publish(IssueId id, int version, @Nullable Instant at);
}
