/** The demonstration: the lab of the public letter and invented company life, played through the product's own use cases. */
@NullMarked
package kr.nairl.platform.app.demo;

import org.jspecify.annotations.NullMarked;
