/** Sub-projects, areas, researchers and results in PostgreSQL. */
@NullMarked
package kr.nairl.platform.core.research.persistence;

import org.jspecify.annotations.NullMarked;
