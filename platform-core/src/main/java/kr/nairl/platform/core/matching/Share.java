package kr.nairl.platform.core.matching;

/**
 * A part of a match's score.
 *
 * @param part above 0, at most 1: this reason's amount divided by the whole amount that the score was made from
 */
public record Share(Reason reason, double part) {}
