/** What every feature stands on: the actor, transactions under an actor, pages, localized texts, events and live changes. Uses nothing. */
@NullMarked
package kr.nairl.platform.core.shared;

import org.jspecify.annotations.NullMarked;
