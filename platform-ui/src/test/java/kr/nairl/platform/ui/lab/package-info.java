/** Tests of the lab managers' pages. */
@NullMarked
package kr.nairl.platform.ui.lab;

import org.jspecify.annotations.NullMarked;
