package kr.nairl.platform.ui.shell;

import java.io.Serializable;
import java.time.Instant;
import kr.nairl.platform.ui.component.Tone;

/**
 * One notification in the list behind the bell.
 *
 * @param text what happened, in the reader's language
 * @param when the moment
 * @param location where it leads, as a route without a leading slash
 * @param unread whether it counts
 * @param tone colour of its dot
 */
public record Notice(String text, Instant when, String location, boolean unread, Tone tone) implements Serializable {}
