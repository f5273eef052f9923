package kr.nairl.platform.core.interest;

/**
 * An interest's own page.
 *
 * @param editable whether the reader may edit its words
 * @param deletable whether the reader may delete it
 */
public record InterestPage(InterestCard card, boolean editable, boolean deletable) {}
