/** An OpenSearch node for tests and measurements, in a JVM of its own. Nothing of the product depends on it. */
@NullMarked
package kr.nairl.platform.search;

import org.jspecify.annotations.NullMarked;
