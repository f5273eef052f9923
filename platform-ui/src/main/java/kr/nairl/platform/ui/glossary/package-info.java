/** The lab's glossary: its list, each concept's page and form, files, and words that no concept covers. */
@NullMarked
package kr.nairl.platform.ui.glossary;

import org.jspecify.annotations.NullMarked;
