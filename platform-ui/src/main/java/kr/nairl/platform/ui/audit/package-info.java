/** The audit trail as lab managers and, for their own part, administrators read it and take it along. */
@NullMarked
package kr.nairl.platform.ui.audit;

import org.jspecify.annotations.NullMarked;
