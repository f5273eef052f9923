package kr.nairl.platform.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Goes through the chain once, link by link, and remembers the first one that does not hold. */
final class ChainCheck implements AuditLinks.Walker {

    private final @Nullable ChainEnd noted;
    private long links;
    private long waiting;
    private @Nullable Instant waitingSince;
    private @Nullable AuditLink last;
    private ChainVerdict.@Nullable Broken broken;

    ChainCheck(@Nullable ChainEnd noted) {
        this.noted = noted;
    }

    @Override
    public void step(@Nullable AuditLink link, @Nullable WrittenEntry entry) {
        if (broken != null) {
            return;
        }
        if (link != null) {
            follow(link, entry);
        } else if (entry != null) {
            waiting++;
            if (waitingSince == null || entry.at().isBefore(waitingSince)) {
                waitingSince = entry.at();
            }
        }
    }

    ChainVerdict verdict() {
        if (broken == null && noted != null && noted.link() > links) {
            broken = new ChainVerdict.Broken(noted.link(), null, ChainVerdict.Break.NOT_AS_NOTED, links);
        }
        if (broken != null) {
            return broken;
        }
        return new ChainVerdict.Intact(
                links,
                links + waiting,
                waiting,
                waitingSince,
                last == null ? null : new ChainEnd(last.sequence(), last.hash()));
    }

    private void follow(AuditLink link, @Nullable WrittenEntry entry) {
        if (link.sequence() != links + 1) {
            broken = new ChainVerdict.Broken(links + 1, null, ChainVerdict.Break.LINK_MISSING, links);
            return;
        }
        ChainVerdict.Break why = fault(link, entry);
        if (why != null) {
            broken = new ChainVerdict.Broken(link.sequence(), link.entry(), why, links);
            return;
        }
        links++;
        last = link;
    }

    private ChainVerdict.@Nullable Break fault(AuditLink link, @Nullable WrittenEntry entry) {
        if (!link.previous().equals(last == null ? AuditLink.BEFORE_THE_FIRST : last.hash())) {
            return ChainVerdict.Break.OUT_OF_ORDER;
        }
        if (entry == null) {
            return ChainVerdict.Break.ENTRY_MISSING;
        }
        if (!link.holds(entry)) {
            return ChainVerdict.Break.CHANGED;
        }
        boolean otherThanNoted = noted != null
                && noted.link() == link.sequence()
                && !noted.hash().equals(link.hash());
        return otherThanNoted ? ChainVerdict.Break.NOT_AS_NOTED : null;
    }
}
