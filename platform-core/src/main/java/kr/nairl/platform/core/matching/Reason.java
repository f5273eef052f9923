package kr.nairl.platform.core.matching;

import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;

/** Why a subject scores. */
public sealed interface Reason {

    /**
     * A concept in common.
     *
     * @param asked concept of the probe
     * @param found concept of the subject's documents: the same, or a broader, narrower or neighbouring one
     */
    record SharedConcept(ConceptId asked, ConceptId found) implements Reason {}

    /**
     * A concept that the probe does not name, but that needs like it ask for.
     *
     * @param implied concept of the like needs
     * @param found concept of the subject's documents: the same, or a broader, narrower or neighbouring one
     */
    record ImpliedConcept(ConceptId implied, ConceptId found) implements Reason {}

    /**
     * A word in common that no concept covers.
     *
     * @param word as the probe writes it
     */
    record SharedWord(String word, Language language) implements Reason {}

    /**
     * A word of the probe that the other side says in the other language.
     *
     * @param word as the probe writes it
     * @param found its translation, as people mostly write it
     */
    record TranslatedWord(String word, Language language, String found) implements Reason {}

    /** The texts mean something alike as wholes, whatever their words. */
    record AlikeInMeaning() implements Reason {}

    /** The sub-project that the need names is the one the expert belongs to. */
    record SameSubProject(int number) implements Reason {}

    /**
     * The sum of reasons too small to name.
     *
     * @param count how many they are, at least 1
     */
    record Smaller(int count) implements Reason {}
}
