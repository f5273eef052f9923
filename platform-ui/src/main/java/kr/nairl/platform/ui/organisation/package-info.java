/** The directory of partners, their pages, a company's own profile, and bringing a company in. */
@NullMarked
package kr.nairl.platform.ui.organisation;

import org.jspecify.annotations.NullMarked;
