package kr.nairl.platform.core.calendar;

/** An event as it is edited; the version goes back with the edit. */
public record EventSheet(EventId id, int version, EventDraft draft) {}
