@NullMarked
package kr.nairl.platform.ui.reader;

import org.jspecify.annotations.NullMarked;
