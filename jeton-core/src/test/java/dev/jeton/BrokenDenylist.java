package dev.jeton;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.session.Denylist;

import java.time.Instant;
import java.util.Optional;

/** A denylist whose store does not answer. */
final class BrokenDenylist implements Denylist {
    @Override
    public void revokeToken(String jti, Instant until, Instant now) {
        throw new CheckUnavailableException("the store is away");
    }

    @Override
    public void revokeSession(String sid, Instant until, Instant now) {
        throw new CheckUnavailableException("the store is away");
    }

    @Override
    public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
        throw new CheckUnavailableException("the store is away");
    }
}
