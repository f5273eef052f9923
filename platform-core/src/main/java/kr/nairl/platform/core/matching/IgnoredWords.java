package kr.nairl.platform.core.matching;

import java.time.Instant;
import java.util.List;

/** Words that the report leaves out, as stored. Every method runs in the caller's transaction. */
public interface IgnoredWords {

    /** Last ignored first. */
    List<WordReport.Ignored> all();

    /** Adds it unless it is there. */
    void add(WordReport.Ignored word, Instant now);

    /** Takes it out again, and answers whether it was there. */
    boolean remove(WordReport.Ignored word);
}
