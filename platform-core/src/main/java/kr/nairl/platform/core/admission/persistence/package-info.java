/** Applications in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.admission.persistence;

import org.jspecify.annotations.NullMarked;
