package kr.nairl.platform.core.research;

import kr.nairl.platform.core.shared.LocalizedText;

/** A researcher as other pages name them. */
public record ResearcherName(ResearcherId id, String slug, LocalizedText name) {}
