/**
 * Alerts: a company's open interest, a researcher's own fits and saved searches tell their owner what is new. May use
 * collaboration and what that may use. What there is to tell goes out as an event, which notification puts into inbox
 * and mail.
 */
@NullMarked
package kr.nairl.platform.core.alert;

import org.jspecify.annotations.NullMarked;
