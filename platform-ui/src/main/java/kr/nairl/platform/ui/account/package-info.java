/** One's own account: coming in by invitation, name and settings, and the organisation one acts for. */
@NullMarked
package kr.nairl.platform.ui.account;

import org.jspecify.annotations.NullMarked;
