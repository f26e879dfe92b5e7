package dev.jeton.session;

import dev.jeton.jwt.VerifiedJwt;

/** Tells whether a good token has been revoked. Counts as blocking unless {@link #isBlocking()} says otherwise. */
@FunctionalInterface
public interface RevocationCheck {
    /** Whether the token must be refused.
     * @throws dev.jeton.failure.CheckUnavailableException when it cannot be told: answered with 503 */
    boolean isRevoked(VerifiedJwt jwt);

    /** Whether {@link #isRevoked} may wait for something outside this process. */
    default boolean isBlocking() {
        return true;
    }
}
