/** Collaboration interests. */
@NullMarked
package kr.nairl.platform.api.interest;

import org.jspecify.annotations.NullMarked;
