/** Requests of companies to researchers and sub-projects. */
@NullMarked
package kr.nairl.platform.api.collaboration;

import org.jspecify.annotations.NullMarked;
