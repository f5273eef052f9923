package kr.nairl.platform.core.notification;

import java.time.Clock;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * What a person was told, as far as it concerns the organisation acted for. Somebody who works for two never reads of
 * the one while acting for the other, nor of one that they left.
 */
@Component
public class Inbox {

    private final Transactions transactions;
    private final Notices notices;
    private final Changes changes;
    private final Clock clock;

    Inbox(Transactions transactions, Notices notices, Changes changes, Clock clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.changes = changes;
        this.clock = clock;
    }

    /** A part of the inbox, newest first. */
    public Page<Notice> list(Actor actor, PageRequest page) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> notices.list(person.id(), person.organisation(), page));
    }

    /** How many wait to be read. */
    public int unread(Actor actor) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> notices.unread(person.id(), person.organisation()));
    }

    /**
     * Marks one as read; nothing happens when it was already.
     *
     * @throws NotFoundException when it is not in this inbox
     */
    public void markRead(Actor actor, NoticeId notice) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> {
            if (!notices.markRead(person.id(), person.organisation(), notice, clock.instant())) {
                throw new NotFoundException("notice " + notice);
            }
            changes.announce(Changes.Kind.INBOX, person.id().value());
        });
    }

    /**
     * Marks all as read.
     *
     * @return how many were unread
     */
    public int markAllRead(Actor actor) {
        Actor.Person person = actor.requirePerson();
        return transactions.write(actor, () -> {
            int marked = notices.markAllRead(person.id(), person.organisation(), clock.instant());
            changes.announce(Changes.Kind.INBOX, person.id().value());
            return marked;
        });
    }
}
