/** Requests as both sides and lab managers see them. */
@NullMarked
package kr.nairl.platform.ui.collaboration;

import org.jspecify.annotations.NullMarked;
