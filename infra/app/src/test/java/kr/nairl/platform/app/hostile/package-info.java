/**
 * What an attacker would try, one class for each chapter of OWASP ASVS 5 and named by its number. {@code Surface} finds by
 * itself all that answers; infra/docs/asvs.md says which requirement which test proves.
 */
@NullMarked
package kr.nairl.platform.app.hostile;

import org.jspecify.annotations.NullMarked;
