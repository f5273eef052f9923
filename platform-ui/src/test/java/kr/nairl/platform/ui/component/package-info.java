/** What the components promise, without a browser. */
@NullMarked
package kr.nairl.platform.ui.component;

import org.jspecify.annotations.NullMarked;
