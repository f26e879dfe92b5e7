package dev.jeton.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;

import io.fusionauth.jwt.JWTDecoder;
import io.fusionauth.jwt.Verifier;
import io.fusionauth.jwt.hmac.HMACVerifier;
import io.fusionauth.jwt.rsa.RSAVerifier;

import org.openjdk.jmh.infra.Blackhole;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One library, set up as its documentation says and once, verifying one token and reading three claims. */
@FunctionalInterface
interface Contender {
    void verify(String token, Blackhole out) throws Exception;

    static Contender named(String library, Fixture fixture) throws Exception {
        return switch (library) {
            case "jeton" -> jeton(fixture);
            case "java-jwt" -> javaJwt(fixture);
            case "fusionauth" -> fusionAuth(fixture);
            case "nimbus" -> nimbus(fixture);
            case "spring" -> spring(fixture);
            case "mac" -> fixture.isHmac() ? mac(fixture) : signature(fixture);
            default -> throw new IllegalArgumentException("no such library: " + library);
        };
    }

    private static Contender jeton(Fixture fixture) {
        JwtVerifier verifier = fixture.jeton().verifier();
        return (token, out) -> {
            VerifiedJwt jwt = verifier.verify(token);
            require(jwt.type() == TokenType.ACCESS);
            out.consume(jwt.subject());
            out.consume(jwt.id());
            out.consume(jwt.claims().get("fresh"));
        };
    }

    private static Contender javaJwt(Fixture fixture) {
        Algorithm algorithm = fixture.isHmac()
                ? Algorithm.HMAC256(fixture.secret)
                : Algorithm.RSA256((RSAPublicKey) fixture.pair.getPublic(), null);
        JWTVerifier verifier = JWT.require(algorithm)
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

    /** It checks the times itself and leaves the other claims to the application. */
    private static Contender fusionAuth(Fixture fixture) {
        Verifier verifier = fixture.isHmac()
                ? HMACVerifier.newVerifier(fixture.secret)
                : RSAVerifier.newVerifier((RSAPublicKey) fixture.pair.getPublic());
        JWTDecoder decoder = io.fusionauth.jwt.domain.JWT.getDecoder();
        return (token, out) -> {
            io.fusionauth.jwt.domain.JWT jwt = decoder.decode(token, verifier);
            require(Fixture.ISSUER.equals(jwt.issuer));
            require(Fixture.AUDIENCE.equals(jwt.audience));
            require("access".equals(jwt.getString("type")));
            out.consume(jwt.subject);
            out.consume(jwt.uniqueId);
            out.consume(jwt.getBoolean("fresh"));
        };
    }

    private static Contender nimbus(Fixture fixture) {
        JWKSet keys = new JWKSet(
                fixture.isHmac()
                        ? new OctetSequenceKey.Builder(fixture.secret)
                                .keyID("1")
                                .build()
                        : new RSAKey.Builder((RSAPublicKey) fixture.pair.getPublic())
                                .keyID("1")
                                .build());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.parse(fixture.algorithm.jwsName()), new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                Fixture.AUDIENCE,
                new JWTClaimsSet.Builder()
                        .issuer(Fixture.ISSUER)
                        .claim("type", "access")
                        .build(),
                Set.of("sub", "exp")));
        return (token, out) -> {
            JWTClaimsSet claims = processor.process(token, null);
            out.consume(claims.getSubject());
            out.consume(claims.getJWTID());
            out.consume(claims.getBooleanClaim("fresh"));
        };
    }

    private static Contender spring(Fixture fixture) {
        NimbusJwtDecoder decoder = fixture.isHmac()
                ? NimbusJwtDecoder.withSecretKey(new SecretKeySpec(fixture.secret, "HmacSHA256"))
                        .macAlgorithm(MacAlgorithm.HS256)
                        .build()
                : NimbusJwtDecoder.withPublicKey((RSAPublicKey) fixture.pair.getPublic())
                        .signatureAlgorithm(SignatureAlgorithm.RS256)
                        .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(Fixture.ISSUER),
                new JwtClaimValidator<List<String>>(
                        "aud", aud -> aud != null && aud.contains(Fixture.AUDIENCE)),
                new JwtClaimValidator<String>("type", "access"::equals)));
        return (token, out) -> {
            Jwt jwt = decoder.decode(token);
            out.consume(jwt.getSubject());
            out.consume(jwt.getId());
            out.consume(jwt.getClaimAsBoolean("fresh"));
        };
    }

    private static Contender mac(Fixture fixture) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(fixture.secret, "HmacSHA256"));
        return (token, out) -> {
            int end = token.lastIndexOf('.');
            mac.update(token.getBytes(StandardCharsets.ISO_8859_1), 0, end);
            byte[] sent = Base64.getUrlDecoder().decode(token.substring(end + 1));
            require(MessageDigest.isEqual(mac.doFinal(), sent));
        };
    }

    private static Contender signature(Fixture fixture) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(fixture.pair.getPublic());
        return (token, out) -> {
            int end = token.lastIndexOf('.');
            signature.update(token.getBytes(StandardCharsets.ISO_8859_1), 0, end);
            require(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1))));
        };
    }

    private static void require(boolean good) {
        if (!good) {
            throw new IllegalArgumentException("refused");
        }
    }
}
