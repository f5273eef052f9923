package kr.nairl.platform.core.matching;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;

/**
 * One text about a researcher or a research area. The text is kept in Unicode's composed form (NFC), which is also what
 * positions in evidence refer to.
 *
 * @param id unique among all documents; {@link SourceReference#documentId} gives a stable one
 * @param subProject number of the sub-project that the subject belongs to, if any
 * @param date when the work was published or the update posted, if known
 * @param topics concepts that a person attached to the source, beside those that its words name
 */
public record ExpertDocument(
        UUID id,
        Subject.Expert subject,
        @Nullable Integer subProject,
        Kind kind,
        SourceReference source,
        String text,
        Language language,
        Audience audience,
        @Nullable LocalDate date,
        Set<ConceptId> topics) {

    /** What the text is for its subject. */
    public enum Kind {
        RESULT,
        /** A result that the researcher shows first. */
        KEY_RESULT,
        AREA,
        TOPIC,
        HEADLINE,
        BIOGRAPHY,
        SEEKS,
        UPDATE
    }

    public ExpertDocument {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        topics = Set.copyOf(topics);
    }
}
