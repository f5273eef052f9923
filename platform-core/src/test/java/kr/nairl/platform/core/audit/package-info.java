/** Tests of the feature. */
@NullMarked
package kr.nairl.platform.core.audit;

import org.jspecify.annotations.NullMarked;
