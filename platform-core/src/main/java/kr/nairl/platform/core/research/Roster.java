package kr.nairl.platform.core.research;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import org.jspecify.annotations.Nullable;

/** A list of researchers to invite, read and checked; nothing of it has been done. */
public record Roster(List<Entry> entries) {

    public Roster {
        entries = List.copyOf(entries);
    }

    /** Could all of them be invited? */
    public boolean isClean() {
        return entries.stream().allMatch(entry -> entry.faults().isEmpty());
    }

    /**
     * One line.
     *
     * @param line as the spreadsheet counts it, from 1
     * @param cells as written
     * @param researcher null when the line has faults
     * @param faults each names a column in lower case, such as {@code sub_project}
     */
    public record Entry(
            int line,
            Map<RosterColumn, String> cells,
            @Nullable NewResearcher researcher,
            List<Violation> faults,
            Set<Remark> remarks) {

        public Entry {
            cells = Map.copyOf(cells);
            faults = List.copyOf(faults);
            remarks = Set.copyOf(remarks);
        }
    }

    /** What inviting somebody means beyond a mail. */
    public enum Remark {
        /** A page of this name is here and has no person yet; it becomes theirs. */
        TAKES_PAGE,
        /** They were invited before; the older link stops working. */
        AGAIN
    }
}
