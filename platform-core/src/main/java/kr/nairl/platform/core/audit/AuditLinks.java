package kr.nairl.platform.core.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored links of the audit trail's chain. */
public interface AuditLinks {

    /** Nobody else adds links until this transaction ends. */
    void hold();

    /** The end of the chain; empty before the first link. */
    Optional<AuditLink> last();

    /** Entries without a link that can be read now, in the order in which they were begun. */
    List<WrittenEntry> waiting(int limit);

    void add(List<AuditLink> links);

    /** Shows the whole chain as it stands at one moment, and then the entries that wait, in their orders. */
    void walk(Walker walker);

    /** Is shown each link with its entry. */
    @FunctionalInterface
    interface Walker {

        /**
         * @param link null for an entry that waits
         * @param entry null where the link's entry is gone
         */
        void step(@Nullable AuditLink link, @Nullable WrittenEntry entry);
    }
}
