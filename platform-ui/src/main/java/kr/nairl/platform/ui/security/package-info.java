/** Which requests reach the pages: the stateless chain of the public pages and the chain of the signed-in application. */
@NullMarked
package kr.nairl.platform.ui.security;

import org.jspecify.annotations.NullMarked;
