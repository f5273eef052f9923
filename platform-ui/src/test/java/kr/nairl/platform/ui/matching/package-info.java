/** How matches are told. */
@NullMarked
package kr.nairl.platform.ui.matching;

import org.jspecify.annotations.NullMarked;
