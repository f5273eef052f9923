/** The page of all that a person was told, and how notices are put in words. */
@NullMarked
package kr.nairl.platform.ui.notification;

import org.jspecify.annotations.NullMarked;
