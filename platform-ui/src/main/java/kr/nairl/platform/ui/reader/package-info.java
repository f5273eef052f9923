/**
 * The public pages: the front page, the newsletter, events. Plain HTML from Thymeleaf in two languages, without session,
 * cookie or script. Uses the core as {@link kr.nairl.platform.core.shared.Actor#VISITOR} only, but for the proofs that
 * signed-in editors see; knows no Vaadin.
 */
@NullMarked
package kr.nairl.platform.ui.reader;

import org.jspecify.annotations.NullMarked;
