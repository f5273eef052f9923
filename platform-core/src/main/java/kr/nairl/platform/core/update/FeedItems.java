package kr.nairl.platform.core.update;

import java.util.Optional;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;

/** Updates as their readers see them. Every call joins a running transaction. */
public interface FeedItems {

    /** Newest first; two statements whatever the length. */
    Page<FeedItem> page(Actor reader, FeedFilter filter, PageRequest request);

    Optional<FeedItem> one(Actor reader, UpdateId id);
}
