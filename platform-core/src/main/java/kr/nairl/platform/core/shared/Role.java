package kr.nairl.platform.core.shared;

/** What a membership lets a person do for its organisation. Held in the membership table only, never in a token. */
public enum Role {
    /** Works for a partner organisation: edits its profile and interests, proposes joint research. */
    MEMBER,
    /** Also invites and removes the organisation's members. */
    ADMINISTRATOR,
    /** Answers requests and posts updates as a researcher of the lab. */
    RESEARCHER,
    /** Sees every tie, invites organisations. */
    LAB_MANAGER,
    /** Writes and publishes the newsletter. */
    EDITOR;

    /** Must whoever holds this role for any organisation sign in with a second factor? */
    public boolean needsSecondFactor() {
        return switch (this) {
            case ADMINISTRATOR, LAB_MANAGER -> true;
            case MEMBER, RESEARCHER, EDITOR -> false;
        };
    }
}
