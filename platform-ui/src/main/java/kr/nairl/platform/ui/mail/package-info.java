/** The mails' words and look. */
@NullMarked
package kr.nairl.platform.ui.mail;

import org.jspecify.annotations.NullMarked;
