package kr.nairl.platform.core.research;

/** Where a work that is offered to a researcher was found. */
public enum WorkSource {
    /** A BibTeX file of the researcher's. */
    BIBTEX,
    ORCID,
    OPENALEX
}
