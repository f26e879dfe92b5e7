package dev.jeton.benchmarks.contender;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;

import java.time.Instant;
import java.util.Date;
import java.util.Set;

/** Nimbus JOSE + JWT, with a verifier that is made once; its {@code DefaultJWTProcessor} makes one for each token and is slower. */
final class Nimbus implements Contender {
    @Override
    public Verification verification(Fixture fixture) throws JOSEException {
        JWSVerifier verifier = verifier(fixture);
        DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier = claimsVerifier();
        return (token, out) -> {
            SignedJWT jwt = SignedJWT.parse(token);
            Verification.require(jwt.verify(verifier));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            claimsVerifier.verify(claims, null);
            out.consume(claims.getSubject());
            out.consume(claims.getJWTID());
            out.consume(claims.getBooleanClaim("fresh"));
        };
    }

    @Override
    public Signing signing(Fixture fixture) throws JOSEException {
        JWSSigner signer = signer(fixture);
        JWSHeader header = new JWSHeader.Builder(
                        JWSAlgorithm.parse(fixture.algorithm().jwsName()))
                .keyID(Fixture.KID)
                .build();
        return subject -> {
            SignedJWT jwt = new SignedJWT(header, claims(subject, fixture));
            jwt.sign(signer);
            return jwt.serialize();
        };
    }

    static DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier() {
        return new DefaultJWTClaimsVerifier<>(
                Fixture.AUDIENCE,
                new JWTClaimsSet.Builder()
                        .issuer(Fixture.ISSUER)
                        .claim("type", "access")
                        .build(),
                Set.of("sub", "exp"));
    }

    static JWTClaimsSet claims(String subject, Fixture fixture) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(Fixture.ISSUER)
                .audience(Fixture.AUDIENCE)
                .subject(subject)
                .jwtID(fixture.newId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Fixture.LIFE)))
                .claim("type", "access")
                .claim("csrf", fixture.newId())
                .claim("fresh", false)
                .build();
    }

    private static JWSVerifier verifier(Fixture fixture) throws JOSEException {
        JWK key = NimbusKeys.jwk(fixture);
        return switch (fixture.algorithm()) {
            case HS256 -> new MACVerifier(key.toOctetSequenceKey());
            case RS256 -> new RSASSAVerifier(key.toRSAKey());
            case ES256 -> new ECDSAVerifier(key.toECKey());
            default -> new Ed25519Verifier(key.toOctetKeyPair().toPublicJWK());
        };
    }

    private static JWSSigner signer(Fixture fixture) throws JOSEException {
        JWK key = NimbusKeys.jwk(fixture);
        return switch (fixture.algorithm()) {
            case HS256 -> new MACSigner(key.toOctetSequenceKey());
            case RS256 -> new RSASSASigner(key.toRSAKey());
            case ES256 -> new ECDSASigner(key.toECKey());
            default -> new Ed25519Signer(key.toOctetKeyPair());
        };
    }
}
