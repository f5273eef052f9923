/** What core tests stand on. */
@NullMarked
package kr.nairl.platform.core;

import org.jspecify.annotations.NullMarked;
