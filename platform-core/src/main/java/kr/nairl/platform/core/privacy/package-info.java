/** What is stored about a person: theirs to read, to take along, and to have erased. */
@NullMarked
package kr.nairl.platform.core.privacy;

import org.jspecify.annotations.NullMarked;
