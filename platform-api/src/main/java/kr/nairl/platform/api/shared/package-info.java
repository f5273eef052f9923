/** What all endpoints share: the chain of bearer tokens, problems, pages, the OpenAPI document. */
@NullMarked
package kr.nairl.platform.api.shared;

import org.jspecify.annotations.NullMarked;
