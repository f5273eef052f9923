/** How an organisation's own people sign in: its e-mail domains and its identity provider. */
@NullMarked
package kr.nairl.platform.ui.federation;

import org.jspecify.annotations.NullMarked;
