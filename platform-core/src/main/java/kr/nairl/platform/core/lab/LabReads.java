package kr.nairl.platform.core.lab;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;

/** What lab managers see, over all features. Runs inside the caller's transaction. */
public interface LabReads {

    /** The figures at that time, for the quarter that began at the other. */
    LabFigures figures(Instant now, Instant quarter);

    /** A part of the ties in the filter's order. */
    Page<Tie> ties(TieFilter filter, PageRequest page);

    /** All of them, in the filter's order. */
    List<Tie> ties(TieFilter filter);
}
