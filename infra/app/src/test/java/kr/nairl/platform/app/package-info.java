/** Tests of the whole: the house's rules, the fences, and people's stories in a real browser. */
@NullMarked
package kr.nairl.platform.app;

import org.jspecify.annotations.NullMarked;
