/** How an organisation's own people sign in: the e-mail domains that are its own, and its own identity provider. */
@NullMarked
package kr.nairl.platform.core.federation;

import org.jspecify.annotations.NullMarked;
