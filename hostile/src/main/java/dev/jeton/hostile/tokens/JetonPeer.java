package dev.jeton.hostile.tokens;

import dev.jeton.Jeton;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.InMemoryDenylist;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Jeton, asked for access tokens; with a denylist, so that each needs a {@code jti}. */
final class JetonPeer implements Peer {
    private final JwtVerifier verifier;

    JetonPeer(Suite suite) {
        this.verifier = Jeton.builder()
                .keys(KeySource.of(KeyRing.verifyingOnly(suite.jetonKey())))
                .clock(Clock.fixed(Instant.ofEpochSecond(Draft.NOW), ZoneOffset.UTC))
                .tokens(tokens -> tokens.issuer(Draft.ISSUER).audience(Draft.AUDIENCE))
                .denylist(new InMemoryDenylist())
                .build()
                .verifier();
    }

    /** Anything else that is thrown is a finding. */
    @Override
    public @Nullable Owner accept(String token) {
        try {
            VerifiedJwt jwt = verifier.verify(token);
            return jwt.type() == TokenType.ACCESS
                    ? new Owner(jwt.subject(), String.valueOf(jwt.claims().get("jti")))
                    : null;
        } catch (TokenRejectedException refused) {
            return null;
        }
    }
}
