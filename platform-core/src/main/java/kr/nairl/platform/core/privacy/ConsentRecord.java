package kr.nairl.platform.core.privacy;

import java.time.Instant;

/**
 * One decision of a person.
 *
 * @param version of the words that it was about
 * @param given false when they refused or took it back
 */
public record ConsentRecord(Purpose purpose, String version, boolean given, Instant at) {}
