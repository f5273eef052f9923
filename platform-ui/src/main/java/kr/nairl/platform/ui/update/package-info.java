/** What is new in the lab: the feed, single updates, what a person follows, and a researcher's own posts. */
@NullMarked
package kr.nairl.platform.ui.update;

import org.jspecify.annotations.NullMarked;
