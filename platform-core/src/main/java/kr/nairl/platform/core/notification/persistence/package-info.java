/** Waiting events, their recipients and the inbox in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.notification.persistence;

import org.jspecify.annotations.NullMarked;
