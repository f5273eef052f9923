/**
 * Figures about the whole product, measured on it as infra/run starts it, and about its matching engine, measured on files;
 * and the commands that learn what the engine ships. Nothing here is tested against a limit.
 */
@NullMarked
package kr.nairl.platform.bench;

import org.jspecify.annotations.NullMarked;
