/** The published newsletter. */
@NullMarked
package kr.nairl.platform.api.newsletter;

import org.jspecify.annotations.NullMarked;
