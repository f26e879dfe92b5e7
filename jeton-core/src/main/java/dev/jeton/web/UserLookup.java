package dev.jeton.web;

import dev.jeton.jwt.VerifiedJwt;

import org.jspecify.annotations.Nullable;

/** Loads the application's user for a good token. Counts as blocking unless {@link #isBlocking()} says otherwise. */
@FunctionalInterface
public interface UserLookup {
    /** The user, or null when there is none any more: answered as {@code user_unknown}. */
    @Nullable
    Object find(VerifiedJwt jwt);

    default boolean isBlocking() {
        return true;
    }
}
