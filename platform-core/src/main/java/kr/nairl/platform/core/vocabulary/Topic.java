package kr.nairl.platform.core.vocabulary;

import kr.nairl.platform.core.shared.LocalizedText;

/** A concept as a page shows it on a researcher, an area, a result or an interest. */
public record Topic(ConceptId id, String slug, LocalizedText label) {}
