/** The audit trail in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.audit.persistence;

import org.jspecify.annotations.NullMarked;
