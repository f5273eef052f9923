package kr.nairl.platform.core.matching;

import kr.nairl.platform.core.vocabulary.Topic;

/**
 * A topic that would raise a match, if the need named it.
 *
 * @param rank the match's rank then, counted from 1
 * @param score its score then, 0 to 1
 */
public record Raiser(Topic topic, int rank, double score) {}
