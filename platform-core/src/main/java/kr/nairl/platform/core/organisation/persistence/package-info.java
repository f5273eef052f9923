/** Organisations, people and invitations in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.organisation.persistence;

import org.jspecify.annotations.NullMarked;
