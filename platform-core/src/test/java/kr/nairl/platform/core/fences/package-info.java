/** Each of the two fences by itself: what holds when the other one is switched off. */
@NullMarked
package kr.nairl.platform.core.fences;

import org.jspecify.annotations.NullMarked;
