package dev.jeton.jose;

import org.jspecify.annotations.Nullable;

/**
 * The application's choice of a verifying key. It is given the kid of a token that nobody has verified yet, and nothing
 * else of it: treat it as hostile text.
 */
@FunctionalInterface
public interface KeyLookup {
    /** The key for this kid, or null to leave the choice to the key ring.
     * @param untrustedKid the header's kid, at most 256 characters, or null when it has none */
    @Nullable
    JwsKey find(@Nullable String untrustedKid);
}
