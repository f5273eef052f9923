/** Tests of the audit trail's pages. */
@NullMarked
package kr.nairl.platform.ui.audit;

import org.jspecify.annotations.NullMarked;
