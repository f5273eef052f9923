/** Collaboration interests of partner organisations and their life cycle. May use research. */
@NullMarked
package kr.nairl.platform.core.interest;

import org.jspecify.annotations.NullMarked;
