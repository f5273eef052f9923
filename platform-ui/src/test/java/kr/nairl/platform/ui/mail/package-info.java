/** Tests of how mails are put into words. */
@NullMarked
package kr.nairl.platform.ui.mail;

import org.jspecify.annotations.NullMarked;
