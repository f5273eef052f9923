/** The REST interface /api/v1: bearer tokens in, JSON or RFC 9457 problems out. May use auth and core; knows no pages. */
@NullMarked
package kr.nairl.platform.api;

import org.jspecify.annotations.NullMarked;
