/** Talks, networking days and conferences. May use collaboration. */
@NullMarked
package kr.nairl.platform.core.calendar;

import org.jspecify.annotations.NullMarked;
