package dev.jeton.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that is a claim of the token, converted where that is needed. A token without it, or with one that cannot be converted,
 * is refused, unless the parameter is an Optional or marked nullable.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface JwtClaim {
    /** The claim's name. */
    String value();
}
