/** The outbox in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.mail.persistence;

import org.jspecify.annotations.NullMarked;
