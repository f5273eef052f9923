/** What is matched, read from PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.matching.persistence;

import org.jspecify.annotations.NullMarked;
