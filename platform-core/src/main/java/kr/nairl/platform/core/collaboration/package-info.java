/** Requests from partners to researchers: their states, history and confidential parts. May use matching. */
@NullMarked
package kr.nairl.platform.core.collaboration;

import org.jspecify.annotations.NullMarked;
