/** Transactions that tell PostgreSQL who acts, events, and live changes over NOTIFY. */
@NullMarked
package kr.nairl.platform.core.shared.persistence;

import org.jspecify.annotations.NullMarked;
