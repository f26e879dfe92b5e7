package dev.jeton.spring.test;

import dev.jeton.Jeton;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requests of a test, or of all tests of a class, send this token, unless they bring one themselves: those of MockMvc and of
 * WebTestClient, from the thread that runs the test.
 *
 * @see TestJwt
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface WithJwt {
    /** The subject. */
    String value() default "user";

    /** The roles. */
    String[] roles() default {};

    /** The scopes. */
    String[] scopes() default {};

    /** As from a login a moment ago. */
    boolean fresh() default false;

    /** It expired a day ago. */
    boolean expired() default false;

    /** A refresh token. */
    boolean refresh() default false;

    /** Sent in its cookie, and with its CSRF value in the header. */
    boolean cookie() default false;

    /** Of the Jeton of this name. */
    String by() default Jeton.DEFAULT_NAME;
}
