/**
 * What surrounds every signed-in page: navigation, language and theme, notifications, the demo banner, the error pages,
 * and how the page starts. Knows {@code ui.component} and Vaadin; what it shows comes through {@link
 * kr.nairl.platform.ui.shell.ShellContents}, which other code implements, so it knows nothing of the core.
 */
@NullMarked
package kr.nairl.platform.ui.shell;

import org.jspecify.annotations.NullMarked;
