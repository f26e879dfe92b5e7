package dev.jeton.benchmarks.contender;

import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

import java.security.Key;
import java.time.Instant;

/** jose4j. It leaves {@code type} to the application. */
final class Jose4j implements Contender {
    @Override
    public Verification verification(Fixture fixture) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setExpectedIssuer(Fixture.ISSUER)
                .setExpectedAudience(Fixture.AUDIENCE)
                .setVerificationKey(
                        fixture.isHmac() ? fixture.secretKey() : fixture.pair().getPublic())
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, fixture.algorithm().jwsName())
                .build();
        return (token, out) -> {
            JwtClaims claims = consumer.processToClaims(token);
            Verification.require("access".equals(claims.getStringClaimValue("type")));
            out.consume(claims.getSubject());
            out.consume(claims.getJwtId());
            out.consume(claims.getClaimValue("fresh", Boolean.class));
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        Key key = fixture.isHmac() ? fixture.secretKey() : fixture.pair().getPrivate();
        return subject -> {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setPayload(claims(subject, fixture).toJson());
            jws.setKey(key);
            jws.setKeyIdHeaderValue(Fixture.KID);
            jws.setAlgorithmHeaderValue(fixture.algorithm().jwsName());
            return jws.getCompactSerialization();
        };
    }

    private static JwtClaims claims(String subject, Fixture fixture) {
        long now = Instant.now().getEpochSecond();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Fixture.ISSUER);
        claims.setAudience(Fixture.AUDIENCE);
        claims.setSubject(subject);
        claims.setJwtId(fixture.newId());
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + Fixture.LIFE.toSeconds()));
        claims.setClaim("type", "access");
        claims.setClaim("csrf", fixture.newId());
        claims.setClaim("fresh", false);
        return claims;
    }
}
