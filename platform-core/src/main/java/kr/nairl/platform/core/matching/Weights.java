package kr.nairl.platform.core.matching;

import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * The numbers of scoring version 1. A subject's amount is a sum over what the probe asks:
 *
 * <ul>
 *   <li>a concept asked adds {@code weight x credit x rarity x specificity x presence}. The weight is {@link #chosenTopic}
 *       or {@link #foundConcept}; the credit is 1 for the concept itself and less for its neighbours in the glossary;
 *       rarity is its inverse document frequency among the visible documents, scaled to 0..1; specificity is {@link
 *       Glossary#specificity}; presence grows with its mentions in the document and saturates, as in BM25;
 *   <li>a word asked adds {@code word x rarity x presence}, within its own language; less when a concept covers it, and
 *       when the probe is written in both languages and so says everything twice;
 *   <li>a named sub-project adds {@link #sameSubProject} of all the rest, so it moves what fits and never shows what does
 *       not.
 * </ul>
 *
 * <p>For each concept and word the subject's best document counts, and a second one by {@link #secondDocument}. Texts
 * about the subject as a whole count fully; of its results and updates each next one in order of fit counts {@link
 * #nextResult} of the one before.
 *
 * <p>The score is {@code 1 - exp(-steepness x amount / sqrt(asked x pivot))}, where asked is the amount that a subject
 * with everything the probe asks for would get: it saturates with the amount, and a long probe needs more in common than a
 * short one, but not proportionally more.
 *
 * @param minimumScore matches below are left out, 0 to 1
 * @param minimumOnWords the same for a match without any concept in common, which also needs two words, 0 to 1
 * @param abstainBelow when the best score is below, nothing is shown, 0 to 1
 */
record Weights(
        double chosenTopic,
        double foundConcept,
        double title,
        double aside,
        double word,
        double wordInConcept,
        double broader,
        double broaderTwice,
        double narrower,
        double narrowerTwice,
        double sibling,
        double conceptSaturation,
        double wordSaturation,
        double conceptLength,
        double wordLength,
        double imaginedDocuments,
        double secondDocument,
        double nextResult,
        double sameSubProject,
        double pivot,
        double steepness,
        double minimumScore,
        double minimumOnWords,
        double abstainBelow) {

    /** Changes with every change of these numbers or of the method. */
    static final String ENGINE = "1.0";

    static final Weights VERSION_1 = new Weights(
            1.6, 1.0, 1.3, 0.6, // asked
            0.6, 0.35, // words
            0.6, 0.4, 0.6, 0.35, 0.2, // neighbours
            0.6, 1.2, 0.5, 0.6, 50, // presence and rarity
            0.2, 0.85, 0.2, // pooling and structure
            1.2, 2.4, 0.1, 0.22, 0.15); // score

    /** The same weights showing every subject with anything in common: for measuring rankings. */
    Weights showingAll() {
        return new Weights(
                chosenTopic,
                foundConcept,
                title,
                aside,
                word,
                wordInConcept,
                broader,
                broaderTwice,
                narrower,
                narrowerTwice,
                sibling,
                conceptSaturation,
                wordSaturation,
                conceptLength,
                wordLength,
                imaginedDocuments,
                secondDocument,
                nextResult,
                sameSubProject,
                pivot,
                steepness,
                0,
                0,
                0);
    }
}
