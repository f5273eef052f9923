package kr.nairl.platform.core.calendar;

/** What sort of gathering it is. */
public enum EventKind {
    CEREMONY,
    SEMINAR,
    SPECIAL_TALK,
    SPECIAL_TALK_SERIES,
    NETWORKING_DAY,
    CONFERENCE
}
