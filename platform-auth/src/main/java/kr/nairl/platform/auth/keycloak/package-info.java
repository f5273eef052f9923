/** Keycloak's organisations and their members, kept in step through its admin client. */
@NullMarked
package kr.nairl.platform.auth.keycloak;

import org.jspecify.annotations.NullMarked;
