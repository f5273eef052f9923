/** Each service on its own, against the real thing: processes are really killed, ports really taken. */
@NullMarked
package kr.nairl.platform.devservices;

import org.jspecify.annotations.NullMarked;
