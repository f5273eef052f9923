/** {@link kr.nairl.platform.core.privacy} in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.privacy.persistence;

import org.jspecify.annotations.NullMarked;
