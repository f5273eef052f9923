package kr.nairl.platform.core.matching;

import java.time.Instant;

/** A match that one side took out of its ranking; the other side does not learn of it. */
public record SetAside(MatchRow.Who who, SetAsideReason reason, Instant at) {}
