package dev.jeton.session;

import dev.jeton.jwt.VerifiedJwt;

import java.time.Clock;

/** Refuses the tokens that a denylist names, by their {@code jti} or by their login session. */
public final class DenylistCheck implements RevocationCheck {
    private final Denylist denylist;
    private final Clock clock;

    public DenylistCheck(Denylist denylist, Clock clock) {
        this.denylist = denylist;
        this.clock = clock;
    }

    @Override
    public boolean isRevoked(VerifiedJwt jwt) {
        return denylist.isRevoked(jwt.id(), jwt.sessionId(), clock.instant());
    }

    @Override
    public boolean isBlocking() {
        return denylist.isBlocking();
    }
}
