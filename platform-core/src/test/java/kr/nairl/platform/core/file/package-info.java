/** Tests of the feature. */
@NullMarked
package kr.nairl.platform.core.file;

import org.jspecify.annotations.NullMarked;
