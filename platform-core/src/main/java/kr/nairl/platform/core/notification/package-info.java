/** Inbox and mails: listens to all features, nobody depends on it. */
@NullMarked
package kr.nairl.platform.core.notification;

import org.jspecify.annotations.NullMarked;
