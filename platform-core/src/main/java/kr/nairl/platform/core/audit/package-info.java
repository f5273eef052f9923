/** Who did what, append-only. May use shared; open to all. */
@NullMarked
package kr.nairl.platform.core.audit;

import org.jspecify.annotations.NullMarked;
