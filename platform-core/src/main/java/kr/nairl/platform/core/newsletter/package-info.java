/** Issues and stories of the newsletter, and who may publish them. May use update. */
@NullMarked
package kr.nairl.platform.core.newsletter;

import org.jspecify.annotations.NullMarked;
