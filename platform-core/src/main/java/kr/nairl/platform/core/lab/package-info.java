/** What lab managers see: read-only queries over all features. */
@NullMarked
package kr.nairl.platform.core.lab;

import org.jspecify.annotations.NullMarked;
