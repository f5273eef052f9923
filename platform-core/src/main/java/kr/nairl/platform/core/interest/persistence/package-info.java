/** Interests in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.interest.persistence;

import org.jspecify.annotations.NullMarked;
