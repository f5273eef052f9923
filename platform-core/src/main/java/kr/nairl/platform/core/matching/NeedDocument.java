package kr.nairl.platform.core.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;

/**
 * A company's open interest.
 *
 * @param texts title and need, in one or both languages
 * @param topics concepts that the company chose
 * @param mode how the company wants to work with the lab; the engine does not score it, {@link TwoSidedFit} does
 * @param subProjects numbers of the sub-projects that the company named
 */
public record NeedDocument(
        Subject.Interest subject,
        List<Text> texts,
        Set<ConceptId> topics,
        Mode mode,
        Set<Integer> subProjects,
        Audience audience) {

    /** How the company wants to work with the lab. */
    public enum Mode {
        JOINT_RESEARCH,
        DATA,
        PROOF_OF_CONCEPT,
        TECHNOLOGY_TRANSFER,
        INTERNSHIP,
        ADVICE
    }

    /** Which part of the interest a text is. */
    public enum Part {
        TITLE,
        NEED
    }

    /**
     * One text of the interest, in Unicode's composed form (NFC).
     *
     * @param field name of the field in the interest
     */
    public record Text(Part part, String field, Language language, String text) {
        public Text {
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }

        SourceReference source(UUID interest) {
            return new SourceReference(SourceReference.Kind.INTEREST, interest, field, language);
        }
    }

    public NeedDocument {
        texts = List.copyOf(texts);
        topics = Set.copyOf(topics);
        subProjects = Set.copyOf(subProjects);
    }
}
