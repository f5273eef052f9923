/** Researchers and sub-projects. */
@NullMarked
package kr.nairl.platform.api.research;

import org.jspecify.annotations.NullMarked;
