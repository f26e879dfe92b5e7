package dev.jeton.web;

import dev.jeton.jwt.VerifiedJwt;

/** The application's own word on a good token. Counts as blocking unless {@link #isBlocking()} says otherwise. */
@FunctionalInterface
public interface TokenCheck {
    /** Whether the token may pass; false is answered as {@code application_refused}. */
    boolean accepts(VerifiedJwt jwt);

    default boolean isBlocking() {
        return true;
    }
}
