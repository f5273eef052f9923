package kr.nairl.platform.core.update;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** What is new in the lab, for whoever reads: visitors see public updates, signed-in people all of them. */
@Component
public class Feed {

    private final FeedItems items;
    private final Transactions transactions;

    Feed(FeedItems items, Transactions transactions) {
        this.items = items;
        this.transactions = transactions;
    }

    /** Updates newest first. A visitor follows nothing, so asking for followed ones answers none. */
    public Page<FeedItem> page(Actor actor, FeedFilter filter, PageRequest request) {
        return transactions.read(actor, () -> items.page(actor, filter, request));
    }

    /**
     * One update.
     *
     * @throws NotFoundException when there is none or it is not for this reader
     */
    public FeedItem one(Actor actor, UpdateId id) {
        return transactions.read(
                actor, () -> items.one(actor, id).orElseThrow(() -> new NotFoundException("no update " + id)));
    }
}
