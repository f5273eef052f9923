/** The ways out to the directories that tell which works are whose: ORCID and OpenAlex. */
@NullMarked
package kr.nairl.platform.core.research.outside;

import org.jspecify.annotations.NullMarked;
