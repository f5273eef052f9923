/**
 * The design system: what every page is made of, so that cards, tags, timelines and forms look and behave the same
 * everywhere. Knows Vaadin, the tokens in {@code META-INF/resources/styles} and the message bundles; knows nothing of
 * the core, of routes or of who is signed in. Texts are passed in by the page, or come from the bundles under
 * {@code component.*} and {@code time.*}.
 */
@NullMarked
package kr.nairl.platform.ui.component;

import org.jspecify.annotations.NullMarked;
