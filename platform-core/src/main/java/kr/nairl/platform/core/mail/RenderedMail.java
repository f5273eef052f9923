package kr.nairl.platform.core.mail;

/**
 * A mail's words, ready to be sent.
 *
 * @param subject one line
 * @param text the plain form
 * @param html the same in HTML
 */
public record RenderedMail(String subject, String text, String html) {}
