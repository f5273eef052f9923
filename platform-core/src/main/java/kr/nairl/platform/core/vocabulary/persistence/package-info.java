/** Concepts in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.vocabulary.persistence;

import org.jspecify.annotations.NullMarked;
