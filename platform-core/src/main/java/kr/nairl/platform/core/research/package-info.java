/** Sub-projects, research areas, researchers and their results. May use organisation. */
@NullMarked
package kr.nairl.platform.core.research;

import org.jspecify.annotations.NullMarked;
