package dev.jeton.benchmarks.contender;

import static dev.jeton.benchmarks.contender.Verification.require;

import dev.jeton.jose.JwsAlgorithm;

import io.fusionauth.jwt.JWTDecoder;
import io.fusionauth.jwt.JWTEncoder;
import io.fusionauth.jwt.Signer;
import io.fusionauth.jwt.Verifier;
import io.fusionauth.jwt.domain.JWT;
import io.fusionauth.jwt.ec.ECSigner;
import io.fusionauth.jwt.ec.ECVerifier;
import io.fusionauth.jwt.hmac.HMACSigner;
import io.fusionauth.jwt.hmac.HMACVerifier;
import io.fusionauth.jwt.rsa.RSASigner;
import io.fusionauth.jwt.rsa.RSAVerifier;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * fusionauth-jwt. It calls EdDSA {@code Ed25519} (RFC 9864) and refuses the name of RFC 8037, so it is left out there. It checks the times itself and leaves the other claims to the application.
 */
final class FusionAuth implements Contender {
    @Override
    public Set<JwsAlgorithm> algorithms() {
        return Set.of(JwsAlgorithm.HS256, JwsAlgorithm.RS256, JwsAlgorithm.ES256);
    }

    @Override
    public Verification verification(Fixture fixture) {
        Verifier verifier = verifier(fixture);
        JWTDecoder decoder = JWT.getDecoder();
        return (token, out) -> {
            JWT jwt = decoder.decode(token, verifier);
            require(Fixture.ISSUER.equals(jwt.issuer));
            require(Fixture.AUDIENCE.equals(jwt.audience));
            require("access".equals(jwt.getString("type")));
            out.consume(jwt.subject);
            out.consume(jwt.uniqueId);
            out.consume(jwt.getBoolean("fresh"));
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        Signer signer = signer(fixture);
        JWTEncoder encoder = JWT.getEncoder();
        return subject -> {
            ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
            JWT jwt = new JWT()
                    .setIssuer(Fixture.ISSUER)
                    .setAudience(Fixture.AUDIENCE)
                    .setSubject(subject)
                    .setUniqueId(fixture.newId())
                    .setIssuedAt(now)
                    .setExpiration(now.plus(Fixture.LIFE))
                    .addClaim("type", "access")
                    .addClaim("csrf", fixture.newId())
                    .addClaim("fresh", false);
            return encoder.encode(jwt, signer);
        };
    }

    private static Verifier verifier(Fixture fixture) {
        PublicKey key = fixture.pair().getPublic();
        return switch (fixture.algorithm()) {
            case HS256 -> HMACVerifier.newVerifier(fixture.secret());
            case RS256 -> RSAVerifier.newVerifier(key);
            default -> ECVerifier.newVerifier(key);
        };
    }

    private static Signer signer(Fixture fixture) {
        PrivateKey key = fixture.pair().getPrivate();
        return switch (fixture.algorithm()) {
            case HS256 -> HMACSigner.newSHA256Signer(fixture.secret(), Fixture.KID);
            case RS256 -> RSASigner.newSHA256Signer(key, Fixture.KID);
            default -> ECSigner.newSHA256Signer(key, Fixture.KID);
        };
    }
}
