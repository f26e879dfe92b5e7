package dev.jeton.benchmarks.contender;

import static dev.jeton.benchmarks.contender.Verification.require;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtSignatureBuilder;

import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Instant;
import java.util.Set;

/** SmallRye JWT, over jose4j. It leaves {@code type} to the application. */
final class SmallRye implements Contender {
    @Override
    public Verification verification(Fixture fixture) {
        JWTAuthContextInfo info = fixture.isHmac()
                ? new JWTAuthContextInfo(fixture.secretKey(), Fixture.ISSUER)
                : new JWTAuthContextInfo(fixture.pair().getPublic(), Fixture.ISSUER);
        info.setSignatureAlgorithm(Set.of(algorithm(fixture)));
        info.setExpectedAudience(Set.of(Fixture.AUDIENCE));
        JWTParser parser = new DefaultJWTParser(info);
        return (token, out) -> {
            JsonWebToken jwt = parser.parse(token);
            require("access".equals(jwt.getClaim("type")));
            out.consume(jwt.getSubject());
            out.consume(jwt.getTokenID());
            out.consume(jwt.<Object>getClaim("fresh"));
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        return subject -> {
            Instant now = Instant.now();
            JwtSignatureBuilder token = Jwt.issuer(Fixture.ISSUER)
                    .audience(Fixture.AUDIENCE)
                    .subject(subject)
                    .claim("jti", fixture.newId())
                    .issuedAt(now)
                    .expiresAt(now.plus(Fixture.LIFE))
                    .claim("type", "access")
                    .claim("csrf", fixture.newId())
                    .claim("fresh", false)
                    .jws()
                    .keyId(Fixture.KID)
                    .algorithm(algorithm(fixture));
            return fixture.isHmac()
                    ? token.sign(fixture.secretKey())
                    : token.sign(fixture.pair().getPrivate());
        };
    }

    private static SignatureAlgorithm algorithm(Fixture fixture) {
        return SignatureAlgorithm.valueOf(fixture.algorithm().name());
    }
}
