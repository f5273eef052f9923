/** The access ledger: who opened what of which organisation beyond public, for both sides. */
@NullMarked
package kr.nairl.platform.ui.ledger;

import org.jspecify.annotations.NullMarked;
