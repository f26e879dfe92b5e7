package dev.jeton.hostile.tokens;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;

import org.jspecify.annotations.Nullable;

import java.util.Date;

import javax.crypto.SecretKey;

/** jjwt with Jackson. It leaves to the application whether {@code exp}, {@code sub} and {@code jti} are there. */
final class JjwtPeer implements Peer {
    private final JwtParser parser;

    JjwtPeer(Suite suite) {
        JwtParserBuilder builder = Jwts.parser();
        this.parser = (suite.verificationKey() instanceof SecretKey secret
                        ? builder.verifyWith(secret)
                        : builder.verifyWith(suite.publicKey()))
                .requireIssuer(Draft.ISSUER)
                .requireAudience(Draft.AUDIENCE)
                .require("type", "access")
                .clock(() -> new Date(Draft.NOW * 1000))
                .clockSkewSeconds(Peers.SKEW)
                .build();
    }

    @Override
    public @Nullable Owner accept(String token) {
        try {
            Claims claims = parser.parseSignedClaims(token).getPayload();
            boolean complete = claims.getExpiration() != null
                    && claims.getSubject() != null
                    && claims.getId() != null;
            return complete ? new Owner(claims.getSubject(), claims.getId()) : null;
        } catch (RuntimeException refused) {
            return null;
        }
    }
}
