/** Tests of the feature. */
@NullMarked
package kr.nairl.platform.core.lab;

import org.jspecify.annotations.NullMarked;
