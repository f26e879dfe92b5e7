package dev.jeton;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.Denylist;
import dev.jeton.session.RevocationCheck;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** The denylist and the application's own check: either may say that a token is revoked. */
record Revocations(@Nullable Denylist denylist, @Nullable RevocationCheck check, Clock clock)
        implements RevocationCheck {
    @Override
    public boolean isRevoked(VerifiedJwt jwt) {
        return denylist != null && denylist.isRevoked(jwt.id(), jwt.sessionId(), clock.instant())
                || check != null && check.isRevoked(jwt);
    }

    @Override
    public boolean isBlocking() {
        return denylist != null && denylist.isBlocking() || check != null && check.isBlocking();
    }
}
