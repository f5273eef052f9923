/** Where lab managers answer those who apply to become partners. */
@NullMarked
package kr.nairl.platform.ui.admission;

import org.jspecify.annotations.NullMarked;
