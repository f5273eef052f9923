/** Alerts: the page on which a person looks after theirs, and the controls on other pages that begin one. */
@NullMarked
package kr.nairl.platform.ui.alert;

import org.jspecify.annotations.NullMarked;
