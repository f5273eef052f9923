/** How a company becomes a partner: its application, the lab's answer. May use organisation. */
@NullMarked
package kr.nairl.platform.core.admission;

import org.jspecify.annotations.NullMarked;
