/** Who acts for an organisation: its members, their roles, and the invitations that are under way. */
@NullMarked
package kr.nairl.platform.ui.people;

import org.jspecify.annotations.NullMarked;
