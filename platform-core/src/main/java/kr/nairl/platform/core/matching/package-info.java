/**
 * Ranks researchers and research areas for a company's need, and open needs for a researcher, in Korean and English and
 * across, with reasons taken from the score itself. May use interest. {@link MatchEngine} is the port; the engine in
 * this package keeps its index in memory and knows no database: whoever feeds it decides which texts it sees, and every
 * question names the audiences whose texts may count.
 */
@NullMarked
package kr.nairl.platform.core.matching;

import org.jspecify.annotations.NullMarked;
