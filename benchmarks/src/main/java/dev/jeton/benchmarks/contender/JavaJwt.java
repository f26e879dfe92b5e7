package dev.jeton.benchmarks.contender;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;

import dev.jeton.jose.JwsAlgorithm;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Set;

/** java-jwt by Auth0. */
final class JavaJwt implements Contender {
    @Override
    public Set<JwsAlgorithm> algorithms() {
        return Set.of(JwsAlgorithm.HS256, JwsAlgorithm.RS256, JwsAlgorithm.ES256);
    }

    @Override
    public Verification verification(Fixture fixture) {
        JWTVerifier verifier = JWT.require(algorithm(fixture))
                .withIssuer(Fixture.ISSUER)
                .withAudience(Fixture.AUDIENCE)
                .withClaim("type", "access")
                .build();
        return (token, out) -> {
            DecodedJWT jwt = verifier.verify(token);
            out.consume(jwt.getSubject());
            out.consume(jwt.getId());
            out.consume(jwt.getClaim("fresh").asBoolean());
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        Algorithm algorithm = algorithm(fixture);
        return subject -> {
            Instant now = Instant.now();
            return JWT.create()
                    .withKeyId(Fixture.KID)
                    .withIssuer(Fixture.ISSUER)
                    .withAudience(Fixture.AUDIENCE)
                    .withSubject(subject)
                    .withJWTId(fixture.newId())
                    .withIssuedAt(now)
                    .withExpiresAt(now.plus(Fixture.LIFE))
                    .withClaim("type", "access")
                    .withClaim("csrf", fixture.newId())
                    .withClaim("fresh", false)
                    .sign(algorithm);
        };
    }

    private static Algorithm algorithm(Fixture fixture) {
        return switch (fixture.algorithm()) {
            case HS256 -> Algorithm.HMAC256(fixture.secret());
            case RS256 ->
                Algorithm.RSA256((RSAPublicKey) fixture.pair().getPublic(), (RSAPrivateKey)
                        fixture.pair().getPrivate());
            default ->
                Algorithm.ECDSA256((ECPublicKey) fixture.pair().getPublic(), (ECPrivateKey)
                        fixture.pair().getPrivate());
        };
    }
}
