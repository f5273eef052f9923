/** The outbox and the port of mail templates. May use shared; open to all. */
@NullMarked
package kr.nairl.platform.core.mail;

import org.jspecify.annotations.NullMarked;
