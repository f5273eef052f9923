/** What is stored about the person who reads: to see, to take along, and to have erased. */
@NullMarked
package kr.nairl.platform.ui.privacy;

import org.jspecify.annotations.NullMarked;
