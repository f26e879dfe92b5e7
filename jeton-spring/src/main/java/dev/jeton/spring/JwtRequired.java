package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Location;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * A handler that wants a good token: an access token unless it says otherwise. On a class it holds for each of its handlers that says
 * nothing itself; on another annotation it makes that one mean the same. The most specific one is all that holds. Options that
 * contradict each other, and an annotation that nothing would heed, keep the application from starting.
 *
 * @see dev.jeton.web.JwtRequirement
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface JwtRequired {
    /** A request without a token passes too, as anonymous. */
    boolean optional() default false;

    /** The token must be fresh: issued by a login, not by a refresh. */
    boolean fresh() default false;

    /** The token must be fresh, and the user have proved who they are within this time: {@code 5m}, {@code PT5M}. */
    String maxAuthAge() default "";

    /** A refresh token, and nothing else. */
    boolean refresh() default false;

    /** A token of either type: an access token is looked for first. */
    boolean anyType() default false;

    /** A token of either type, which may have expired; token cookies are cleared by the answer, whatever it is. */
    boolean logout() default false;

    /** Requests that another origin makes a browser send are refused, tokens or not; beside {@link #optional()}, for a login. */
    boolean sameOrigin() default false;

    /** Revoked tokens pass. */
    boolean withoutRevocationCheck() default false;

    /** Only these locations, in this order; the configured ones where it is empty. */
    Location[] locations() default {};

    /** All these scopes must be in the token. */
    String[] scopes() default {};

    /** One of these roles must be in the token. */
    String[] roles() default {};

    /** Conditions that must all hold: beans of these types, or else instances of them. */
    Class<? extends Predicate<VerifiedJwt>>[] where() default {};

    /** The Jeton of this name decides. */
    String by() default Jeton.DEFAULT_NAME;
}
