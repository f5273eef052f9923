/** The way out to a mail server by SMTP. */
@NullMarked
package kr.nairl.platform.core.mail.outside;

import org.jspecify.annotations.NullMarked;
