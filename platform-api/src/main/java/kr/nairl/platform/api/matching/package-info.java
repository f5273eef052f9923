/** Who fits whom, and why. */
@NullMarked
package kr.nairl.platform.api.matching;

import org.jspecify.annotations.NullMarked;
