/** Build-time only: typed SQL from the real schema. Uses an embedded PostgreSQL, Flyway and jOOQ's generator. */
@NullMarked
package kr.nairl.platform.codegen;

import org.jspecify.annotations.NullMarked;
