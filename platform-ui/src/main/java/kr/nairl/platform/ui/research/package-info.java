/** Researchers and sub-projects as everybody signed in reads them, and a researcher's own page and results. */
@NullMarked
package kr.nairl.platform.ui.research;

import org.jspecify.annotations.NullMarked;
