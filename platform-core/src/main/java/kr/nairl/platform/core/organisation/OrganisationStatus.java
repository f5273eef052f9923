package kr.nairl.platform.core.organisation;

/** Whether an organisation takes part. */
public enum OrganisationStatus {
    /** Registered by the lab; nobody of it has come yet, and nobody else sees it. */
    INVITED,
    /** Takes part. */
    ACTIVE,
    /** Shut out: its people cannot act for it. */
    SUSPENDED
}
