package kr.nairl.platform.core.update;

/** An own update as its author edits it; the version goes back with the edit. */
public record UpdateSheet(UpdateId id, int version, UpdateDraft draft) {}
