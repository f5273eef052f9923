package kr.nairl.platform.core.matching;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * An engine that keeps what it ranks in an index of its own. It starts empty and abstains; {@link #rebuild} gives it a
 * glossary and all documents at once; afterwards single subjects are replaced as they change. Ranking never waits for
 * writing; writing is one at a time, so a replacement that arrives during a rebuild is applied to the new content.
 */
interface IndexedMatchEngine extends MatchEngine {

    /** What the next ranking will be computed with. */
    EngineVersion version();

    /**
     * Replaces glossary and documents. Rankings use the old content until all is read; if a stream fails, they keep it.
     *
     * @param experts all documents about researchers and areas; closed afterwards
     * @param needs all open interests; closed afterwards
     */
    void rebuild(Glossary glossary, Stream<ExpertDocument> experts, Stream<NeedDocument> needs);

    /**
     * Makes these all the documents of a researcher or an area. Visible to the next ranking.
     *
     * @param documents none removes the subject
     * @throws IllegalArgumentException when a document is about another subject; nothing changes then
     */
    void replace(Subject.Expert subject, Collection<ExpertDocument> documents);

    /**
     * Makes this the content of an interest. Visible to the next ranking.
     *
     * @param need none when the interest is no longer open
     * @throws IllegalArgumentException when it is another interest; nothing changes then
     */
    void replace(Subject.Interest subject, Optional<NeedDocument> need);
}
