package dev.jeton.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What has been revoked, by {@code jti} and by {@code sid}, until it would have expired anyway. The store is given the time;
 * each method may throw {@link dev.jeton.failure.CheckUnavailableException}.
 */
public interface Denylist {
    /** Revokes one token until {@code until}; an entry that has already passed is not stored. Idempotent, the later end wins. */
    void revokeToken(String jti, Instant until, Instant now);

    /** Revokes all tokens of one login session until {@code until}. */
    void revokeSession(String sid, Instant until, Instant now);

    /** Whether the token or its session is revoked at {@code now}: true up to, and not at, the entry's end. */
    boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now);

    /** Whether calls may wait for something outside this process. */
    default boolean isBlocking() {
        return true;
    }
}
