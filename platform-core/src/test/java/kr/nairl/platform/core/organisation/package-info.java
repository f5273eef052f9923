/** Tests of the feature. */
@NullMarked
package kr.nairl.platform.core.organisation;

import org.jspecify.annotations.NullMarked;
