package kr.nairl.platform.core.research;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A found work beside what the lab already has.
 *
 * @param known the result that it already is; null when there is none
 */
public record OfferedWork(
        FoundWork work, Standing standing, @Nullable ResultId known) {

    /** What taking it would mean. */
    public enum Standing {
        /** A result that the lab does not have. */
        NEW,
        /** New, and its authors are told without the researcher among them. */
        OTHERS,
        /** Its title or year lacks or does not fit; as soon as both do, it can be taken. */
        INCOMPLETE,
        /** A result of the researcher's already. */
        OWN,
        /** A result of colleagues', who alone may name the researcher as an author of it. */
        COLLEAGUES,
        /** The same work stands earlier in the list. */
        REPEATED
    }

    /** May it be taken as it stands? */
    public boolean isTakable() {
        return standing == Standing.NEW || standing == Standing.OTHERS;
    }

    /** What each of the works means to the researcher, in the same order. */
    static List<OfferedWork> of(List<FoundWork> works, KnownWorks known, Authorship researcher) {
        KnownWorks seen = new KnownWorks(List.of());
        return works.stream()
                .map(work -> {
                    KnownWorks.Known there = known.find(work).orElse(null);
                    Standing standing;
                    if (there != null) {
                        standing = there.own() ? Standing.OWN : Standing.COLLEAGUES;
                    } else if (seen.find(work).isPresent()) {
                        standing = Standing.REPEATED;
                    } else if (work.isIncomplete()) {
                        standing = Standing.INCOMPLETE;
                    } else {
                        standing = researcher.isDenied(work.authors()) ? Standing.OTHERS : Standing.NEW;
                    }
                    seen.add(new KnownWorks.Known(ResultId.fresh(), work.title(), work.year(), work.doi(), true));
                    return new OfferedWork(work, standing, there == null ? null : there.id());
                })
                .toList();
    }
}
