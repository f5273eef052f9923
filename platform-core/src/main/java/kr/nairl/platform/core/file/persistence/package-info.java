/** Stored files in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.file.persistence;

import org.jspecify.annotations.NullMarked;
