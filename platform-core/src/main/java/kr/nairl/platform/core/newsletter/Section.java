package kr.nairl.platform.core.newsletter;

/** The letter's sections, in the order in which an issue is read. */
public enum Section {
    /** The lab itself: notes, opening, sub-projects. */
    ABOUT,
    /** Results explained. */
    RESEARCH_HIGHLIGHT,
    /** A conversation with a visiting researcher. */
    INSIGHT_TALK,
    /** What a partner company does with it. */
    IMPACT,
    /** Talks and meetings that were held. */
    BULLETIN
}
