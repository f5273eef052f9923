package kr.nairl.platform.core.research;

import java.util.List;

/** A public directory that tells which works are a person's, found by their ORCID iD. Asking it may take a minute. */
public interface OutsideWorks {

    /** Works taken of one person at most. */
    int MOST = 500;

    WorkSource source();

    /** Has this installation switched it on? */
    boolean isOn();

    /**
     * Asks for the works of a person. Waits and asks again when the directory is busy or broken; never called inside a
     * transaction.
     *
     * @param orcid an ORCID iD whose last sign fits
     */
    Answer ask(String orcid);

    /** What came of asking. */
    sealed interface Answer {

        /**
         * @param works at most {@value OutsideWorks#MOST}
         * @param more whether there are more than were taken
         */
        record Told(List<FoundWork> works, boolean more) implements Answer {
            public Told {
                works = List.copyOf(works);
            }
        }

        record Failed(Failure why) implements Answer {}
    }

    /** Why there was no answer. */
    enum Failure {
        /** The directory knows nobody by this ORCID iD. */
        UNKNOWN_PERSON,
        /** It takes no more questions for now. */
        BUSY,
        /** It could not be reached, was too slow, or broke. */
        UNREACHABLE,
        /** It answered with something else than its documentation says, or with too much. */
        UNREADABLE
    }
}
