/** Requests in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.collaboration.persistence;

import org.jspecify.annotations.NullMarked;
