/** What the shell and the words promise, without a browser. */
@NullMarked
package kr.nairl.platform.ui.shell;

import org.jspecify.annotations.NullMarked;
