package kr.nairl.platform.core.research;

import kr.nairl.platform.core.shared.LocalizedText;

/** A research area as other pages name it. */
public record AreaName(ResearchAreaId id, String slug, LocalizedText name) {}
