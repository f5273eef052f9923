/** The page each role opens on, and what the shell around every page shows. */
@NullMarked
package kr.nairl.platform.ui.home;

import org.jspecify.annotations.NullMarked;
