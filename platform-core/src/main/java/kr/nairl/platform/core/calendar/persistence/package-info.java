/** The calendar in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.calendar.persistence;

import org.jspecify.annotations.NullMarked;
