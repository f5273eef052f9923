package kr.nairl.platform.core.vocabulary;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * Somebody outside, such as a chat model, who reads a need and says which research terms it is about. Off unless the
 * installation names one. What is answered is words and nothing more: nobody here follows them.
 */
public interface TermProposals {

    /** So many terms are taken. */
    int MOST = 12;

    /** Has this installation switched it on? */
    boolean isOn();

    /** Whom the text is sent to, as people are told; empty when it is off. */
    String where();

    /** Asks; may take half a minute, and is never called inside a transaction. */
    Answer propose(String text);

    /** What came of asking. */
    sealed interface Answer {

        /** @param terms at most {@value TermProposals#MOST}, none twice, each a label of one or both languages */
        record Told(List<LocalizedText> terms) implements Answer {
            public Told {
                terms = List.copyOf(terms);
            }
        }

        record Failed(Failure why) implements Answer {}
    }

    /** Why there was no answer. */
    enum Failure {
        /** It takes no more questions for now. */
        BUSY,
        /** It could not be reached, was too slow, or broke. */
        UNREACHABLE,
        /** It refused, or answered with something else than terms, or with too much. */
        UNREADABLE
    }
}
