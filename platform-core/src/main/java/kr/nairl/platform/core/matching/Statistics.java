package kr.nairl.platform.core.matching;

/** What a ranking must know of all documents that it may see, whether it reads them or not. */
interface Statistics {

    int documents();

    /** Mean number of words of both languages, at least 1. */
    double meanWords();

    /** Mean number of mentions of concepts, at least 1. */
    double meanConcepts();

    /**
     * Documents that hold a form.
     *
     * @param kind a language's name, or {@link DocumentShelf#CONCEPT}
     */
    int holding(String kind, String form);
}
