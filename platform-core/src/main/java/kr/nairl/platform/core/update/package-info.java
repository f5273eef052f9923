/** Updates that researchers post, follows, and the feed. May use collaboration. */
@NullMarked
package kr.nairl.platform.core.update;

import org.jspecify.annotations.NullMarked;
