@NullMarked
package kr.nairl.platform.bench;

import org.jspecify.annotations.NullMarked;
