package kr.nairl.platform.core.research;

/** What a researcher is in the lab. */
public enum ResearcherRole {
    /** Leads a sub-project; a request to the sub-project goes to this person. */
    PRINCIPAL_INVESTIGATOR,
    /** A professor or staff researcher. */
    RESEARCHER,
    POSTDOC,
    DOCTORAL,
    VISITING_SCHOLAR
}
