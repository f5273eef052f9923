package kr.nairl.platform.core.research;

import kr.nairl.platform.core.shared.LocalizedText;

/** A sub-project as other pages name it. */
public record SubProjectName(SubProjectId id, int number, String slug, LocalizedText title) {}
