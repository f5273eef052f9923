/** Organisations and their profiles. */
@NullMarked
package kr.nairl.platform.api.organisation;

import org.jspecify.annotations.NullMarked;
