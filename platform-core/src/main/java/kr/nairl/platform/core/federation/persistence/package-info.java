/** Domains and providers in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.federation.persistence;

import org.jspecify.annotations.NullMarked;
