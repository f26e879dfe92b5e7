package dev.jeton.benchmarks.contender;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;

import dev.jeton.jose.JwsAlgorithm;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Spring Security's decoder and encoder over Nimbus. */
final class SpringSecurity implements Contender {
    @Override
    public Set<JwsAlgorithm> algorithms() {
        return Set.of(JwsAlgorithm.HS256, JwsAlgorithm.RS256, JwsAlgorithm.ES256);
    }

    @Override
    public Verification verification(Fixture fixture) {
        NimbusJwtDecoder decoder = decoder(fixture);
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

    @Override
    public Signing signing(Fixture fixture) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys(fixture));
        org.springframework.security.oauth2.jose.jws.JwsAlgorithm algorithm =
                switch (fixture.algorithm()) {
                    case HS256 -> MacAlgorithm.HS256;
                    case RS256 -> SignatureAlgorithm.RS256;
                    default -> SignatureAlgorithm.ES256;
                };
        JwsHeader header = JwsHeader.with(algorithm).keyId(Fixture.KID).build();
        return subject -> encoder.encode(
                        JwtEncoderParameters.from(header, claims(subject, fixture)))
                .getTokenValue();
    }

    private static JwtClaimsSet claims(String subject, Fixture fixture) {
        Instant now = Instant.now();
        return JwtClaimsSet.builder()
                .issuer(Fixture.ISSUER)
                .audience(List.of(Fixture.AUDIENCE))
                .subject(subject)
                .id(fixture.newId())
                .issuedAt(now)
                .expiresAt(now.plus(Fixture.LIFE))
                .claim("type", "access")
                .claim("csrf", fixture.newId())
                .claim("fresh", false)
                .build();
    }

    private static NimbusJwtDecoder decoder(Fixture fixture) {
        return switch (fixture.algorithm()) {
            case HS256 ->
                NimbusJwtDecoder.withSecretKey(fixture.secretKey())
                        .macAlgorithm(MacAlgorithm.HS256)
                        .build();
            case RS256 ->
                NimbusJwtDecoder.withPublicKey((RSAPublicKey) fixture.pair().getPublic())
                        .signatureAlgorithm(SignatureAlgorithm.RS256)
                        .build();
            default ->
                NimbusJwtDecoder.withJwkSource(keys(fixture))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        };
    }

    private static ImmutableJWKSet<com.nimbusds.jose.proc.SecurityContext> keys(Fixture fixture) {
        return new ImmutableJWKSet<>(new JWKSet(NimbusKeys.jwk(fixture)));
    }
}
