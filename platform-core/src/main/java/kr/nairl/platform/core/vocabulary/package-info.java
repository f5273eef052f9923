/** Concepts with labels in both languages: the lab's glossary and everyone's topics. May use shared. */
@NullMarked
package kr.nairl.platform.core.vocabulary;

import org.jspecify.annotations.NullMarked;
