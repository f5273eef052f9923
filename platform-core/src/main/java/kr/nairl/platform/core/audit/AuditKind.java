package kr.nairl.platform.core.audit;

import java.util.List;

/** What an entry is about. Every action that anything records belongs to one kind. */
public enum AuditKind {
    /** Who came in and who left. */
    SESSION(
            "session.signed-in",
            "session.organisation-chosen",
            "session.signed-out",
            "session.failed",
            "session.unknown-account"),
    /** What was refused. */
    REFUSAL("refusal.forbidden", "refusal.authority-ended", "refusal.token-rejected"),
    /** Who belongs to an organisation, with which roles. */
    MEMBERSHIP(
            "invitation.created",
            "invitation.revoked",
            "invitation.accepted",
            "membership.changed",
            "membership.removed",
            "privacy.erased"),
    /** Who applies to become a partner, and what the lab answers. */
    ADMISSION(
            "application.submitted",
            "application.answered",
            "application.withdrawn",
            "application.asked",
            "application.approved",
            "application.joined",
            "application.declined"),
    /** Which domains are an organisation's, and who vouches for its people. */
    IDENTITY(
            "domain.asked",
            "domain.mailed",
            "domain.verified",
            "domain.removed",
            "provider.added",
            "provider.proved",
            "provider.required",
            "provider.optional",
            "provider.stopped",
            "provider.resumed",
            "provider.removed"),
    /** Which organisations there are, and the lab itself. */
    ORGANISATION("organisation.invited", "lab.edited"),
    /** Who may see something. */
    VISIBILITY(
            "profile.visibility-changed",
            "profile.field-visibility-changed",
            "nda.recorded",
            "nda.ended",
            "interest.opened",
            "interest.visibility-changed",
            "interest.field-visibility-changed",
            "update.visibility-changed"),
    /** What people agreed to, and what they refused or took back. */
    CONSENT("consent.given", "consent.refused"),
    /** What was published or taken back. */
    PUBLICATION(
            "issue.published",
            "issue.unpublished",
            "story.published",
            "story.unpublished",
            "update.posted",
            "update.withdrawn",
            "result.imported"),
    /** How the lab's glossary was changed. */
    GLOSSARY(
            "concept.created",
            "concept.edited",
            "concept.confirmed",
            "concept.merged",
            "concept.deleted",
            "glossary.imported",
            "word.ignored",
            "word.restored"),
    /** What either side wants to be matched with, and what it set aside. */
    MATCHING(
            "wishes.edited",
            "availability.edited",
            "conflict.declared",
            "conflict.withdrawn",
            "match.set-aside",
            "match.restored"),
    /** What was taken out of the platform. */
    EXPORT("ties.exported", "audit.exported", "glossary.exported", "access-ledger.exported", "privacy.exported");

    private final List<String> actions;

    AuditKind(String... actions) {
        this.actions = List.of(actions);
    }

    /** The actions' stable names. */
    public List<String> actions() {
        return actions;
    }
}
