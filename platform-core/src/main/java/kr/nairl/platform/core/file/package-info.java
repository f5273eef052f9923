/** Stored files with their detected type. May use shared; open to all. */
@NullMarked
package kr.nairl.platform.core.file;

import org.jspecify.annotations.NullMarked;
