package dev.jeton.session;

import dev.jeton.jwt.VerifiedJwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes revocations. An entry outlives the last token that it is about by the clock skew and a second, rounded up: as long
 * as any verifier may accept the token. Safe for use by many threads.
 */
public final class Revoker {
    private static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

    private final Denylist denylist;
    private final Clock clock;
    private final Duration margin;

    /** @param skew how far the clocks of the verifiers may differ */
    public Revoker(Denylist denylist, Clock clock, Duration skew) {
        this.denylist = denylist;
        this.clock = clock;
        this.margin = skew.plusSeconds(1);
    }

    /**
     * Revokes this one token. One that nobody accepts any more leaves no entry.
     *
     * @throws IllegalArgumentException for a token without {@code jti}
     * @throws dev.jeton.failure.CheckUnavailableException when it could not be written
     */
    public void revoke(VerifiedJwt jwt) {
        String jti = jwt.id().orElseThrow(Revoker::noId);
        Instant now = clock.instant();
        Instant until = end(jwt.expiresAt());
        if (until.isAfter(now)) {
            denylist.revokeToken(jti, until, now);
        }
    }

    /**
     * Revokes every token of a login session.
     *
     * @param lastExpiry when the last of its tokens expires
     * @throws dev.jeton.failure.CheckUnavailableException when it could not be written
     */
    public void endSession(String sid, Instant lastExpiry) {
        Instant now = clock.instant();
        Instant until = end(lastExpiry);
        if (until.isAfter(now)) {
            denylist.revokeSession(sid, until, now);
        }
    }

    private Instant end(Instant expiry) {
        if (expiry.isAfter(FOREVER.minus(margin))) {
            return FOREVER;
        }
        Instant end = expiry.plus(margin);
        Instant whole = end.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(end) ? end : whole.plusSeconds(1);
    }

    private static IllegalArgumentException noId() {
        return new IllegalArgumentException(
                "a token without jti cannot be revoked: end its session instead");
    }
}
