/** Research updates and what a person follows. */
@NullMarked
package kr.nairl.platform.api.update;

import org.jspecify.annotations.NullMarked;
