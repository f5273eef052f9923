/**
 * What the platform needs around it on a machine without container engine: PostgreSQL, Keycloak and a mail server, for
 * development, tests and the demo. Never part of a deployment. May use the JDK, the PostgreSQL driver, GreenMail and
 * Jackson; nothing of the platform itself.
 */
@NullMarked
package kr.nairl.platform.devservices;

import org.jspecify.annotations.NullMarked;
