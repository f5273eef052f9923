package kr.nairl.platform.core.research;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Results as stored. Every method runs in the caller's transaction. */
public interface Results {

    Optional<ResultId> bySlug(String slug);

    /** The authors of a result, in order; empty when there is no such result. */
    List<ResearcherId> authors(ResultId id);

    /** Every result of the lab by what tells it from others. */
    List<KnownWorks.Known> known(ResearcherId reader);

    /** Shows these first on the researcher's page, in this order, and no others. */
    void pin(ResearcherId researcher, List<ResultId> results);

    /** Adds a result with its authors and topics. */
    void add(ResultId id, String slug, ResultWords words, Instant now);

    /** Writes the words if the version still stands, and answers whether it did. */
    boolean edit(ResultId id, ResultWords words, int version);

    /** Deletes the result if the version still stands, and answers whether it did. */
    boolean delete(ResultId id, int version);
}
