/** The domain name system. */
@NullMarked
package kr.nairl.platform.core.federation.outside;

import org.jspecify.annotations.NullMarked;
