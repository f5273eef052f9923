/** Figures about the whole product, measured on it as infra/run starts it. Nothing here is tested against a limit. */
@NullMarked
package kr.nairl.platform.bench;

import org.jspecify.annotations.NullMarked;
