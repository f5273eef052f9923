package kr.nairl.platform.core.organisation;

/**
 * A field of a profile that may be narrower than the profile itself. Name, kind, country and logo are not among them: an
 * organisation that is seen at all is seen by these.
 */
public enum ProfileField {
    SECTOR,
    SUMMARY,
    DESCRIPTION,
    FOUNDED,
    WEBSITE,
    ADDRESS
}
