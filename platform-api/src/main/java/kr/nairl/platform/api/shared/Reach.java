package kr.nairl.platform.api.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kr.nairl.platform.core.shared.Role;

/**
 * Who reaches an endpoint: holders of one of these roles, or with none named everybody with a token. An endpoint that says
 * nothing is reached by nobody. What they may see there is the core's decision.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reach {
    Role[] value() default {};
}
