/** The editors' desk: issues of the newsletter, their stories, and publishing. */
@NullMarked
package kr.nairl.platform.ui.editor;

import org.jspecify.annotations.NullMarked;
