/** Collaboration interests: a company's own, those that are open to the reader, and the form they are written in. */
@NullMarked
package kr.nairl.platform.ui.interest;

import org.jspecify.annotations.NullMarked;
