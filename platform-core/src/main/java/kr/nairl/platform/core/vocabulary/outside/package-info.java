/** Research terms proposed by a chat model that speaks the OpenAI protocol. */
@NullMarked
package kr.nairl.platform.core.vocabulary.outside;

import org.jspecify.annotations.NullMarked;
