package kr.nairl.platform.core.research;

import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;

/** The organisation that a researcher or an area belongs to, as cards name it. */
public record Affiliation(OrganisationId id, String slug, LocalizedText name) {}
