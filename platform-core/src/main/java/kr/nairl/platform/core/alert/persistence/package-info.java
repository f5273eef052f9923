/** Alerts and what they know in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.alert.persistence;

import org.jspecify.annotations.NullMarked;
