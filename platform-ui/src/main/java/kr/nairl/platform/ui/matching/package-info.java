/** Who fits whom, and why: researchers for an interest, interests for a researcher. */
@NullMarked
package kr.nairl.platform.ui.matching;

import org.jspecify.annotations.NullMarked;
