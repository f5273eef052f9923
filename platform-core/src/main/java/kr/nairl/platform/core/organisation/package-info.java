/** Organisations, their profiles, members and invitations. May use vocabulary. */
@NullMarked
package kr.nairl.platform.core.organisation;

import org.jspecify.annotations.NullMarked;
