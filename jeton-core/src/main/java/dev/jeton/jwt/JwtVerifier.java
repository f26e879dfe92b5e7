package dev.jeton.jwt;

import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jose.JwsVerifier;
import dev.jeton.jose.VerifiedJws;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;

/** Tells good tokens from all others (RFC 7519 §7.2): the signature first, then the claims. Safe for use by many threads. */
public final class JwtVerifier {
    private final JwsVerifier signatures;
    private final ClaimChecks checks;

    public JwtVerifier(JwsVerifier signatures, JwtSettings settings) {
        this.signatures = signatures;
        this.checks = new ClaimChecks(settings);
    }

    /** The token, when all of it is good now.
     * @throws TokenRejectedException for the first thing that is wrong; that it has expired only where all else is good */
    public VerifiedJwt verify(String token) {
        Examined examined = examine(token);
        VerifiedJwt jwt = examined.jwt();
        if (jwt == null || !examined.failures().isEmpty()) {
            throw rejection(examined);
        }
        return jwt;
    }

    /** As {@link #verify}, for tokens that may have expired: all else must hold.
     * @throws TokenRejectedException for the first thing that is wrong besides the expiry */
    public VerifiedJwt verifyAllowingExpired(String token) {
        Examined examined = examine(token);
        VerifiedJwt jwt = examined.jwt();
        if (jwt == null) {
            throw rejection(examined);
        }
        return jwt;
    }

    /** The claims of a token whose signature holds, with all claim checks that failed; the seam of the wire profiles.
     * @throws TokenRejectedException when the signature does not hold, or the payload is no JSON object */
    @SuppressWarnings("exports")
    public Examined examine(String token) {
        VerifiedJws jws = signatures.verify(token);
        return checks.examine(jws.header(), jws.members());
    }

    private static TokenRejectedException rejection(Examined examined) {
        ClaimFailure first = examined.failures().get(0);
        return new TokenRejectedException(first.reason(), first.claim());
    }
}
