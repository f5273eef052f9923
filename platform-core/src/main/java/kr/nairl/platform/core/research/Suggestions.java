package kr.nairl.platform.core.research;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Works that directories name as a researcher's, as stored. Every method runs in the caller's transaction. */
public interface Suggestions {

    /** Those that wait for the researcher's word, newest first. */
    List<FoundWork> open(ResearcherId researcher);

    /** Every suggestion that is stored for the researcher, whatever they said to it. */
    List<FoundWork> all(ResearcherId researcher);

    /** Adds suggestions that wait; one whose source and id are stored already is left as it is. */
    void add(ResearcherId researcher, Collection<FoundWork> works, Instant now);

    /** Takes out those of the source that wait and are not among these. */
    void forget(ResearcherId researcher, WorkSource source, Collection<String> besides);

    /**
     * Moves suggestions from one state to another and answers how many were in the first.
     *
     * @param now when they are settled; not kept for {@link SuggestionState#SUGGESTED}
     */
    int move(
            ResearcherId researcher,
            Collection<FoundWork> works,
            SuggestionState from,
            SuggestionState to,
            Instant now);

    /** Notes which result a taken suggestion became. */
    void became(ResearcherId researcher, FoundWork work, ResultId result);
}
