/** Updates and follows in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.update.persistence;

import org.jspecify.annotations.NullMarked;
