/** The lab's figures in PostgreSQL: reads only. */
@NullMarked
package kr.nairl.platform.core.lab.persistence;

import org.jspecify.annotations.NullMarked;
