/**
 * Who is calling: sign-in through OpenID Connect, bearer tokens, the organisation acted for, and from these the
 * {@link kr.nairl.platform.core.shared.Actor}. May use core; knows neither pages nor endpoints.
 */
@NullMarked
package kr.nairl.platform.auth;

import org.jspecify.annotations.NullMarked;
