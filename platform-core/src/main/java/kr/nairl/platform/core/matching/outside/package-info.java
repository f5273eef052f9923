/** Models and the search cluster that the matching engine asks: package-private adapters behind its ports. */
@NullMarked
package kr.nairl.platform.core.matching.outside;

import org.jspecify.annotations.NullMarked;
