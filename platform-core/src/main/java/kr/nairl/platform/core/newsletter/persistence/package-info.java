/** The newsletter in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.newsletter.persistence;

import org.jspecify.annotations.NullMarked;
