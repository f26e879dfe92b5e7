package dev.jeton.hostile.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.jspecify.annotations.Nullable;

import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Date;
import java.util.Set;

import javax.crypto.SecretKey;

/** Nimbus JOSE + JWT: its processor over a JWK Set of one key. */
final class NimbusPeer implements Peer {
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    NimbusPeer(Suite suite) {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(suite.algorithm().jwsName());
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                algorithm, new ImmutableJWKSet<>(new JWKSet(jwk(suite, algorithm)))));
        processor.setJWTClaimsSetVerifier(claimsVerifier());
    }

    private static JWK jwk(Suite suite, JWSAlgorithm algorithm) {
        if (suite.verificationKey() instanceof SecretKey secret) {
            return new OctetSequenceKey.Builder(secret)
                    .keyID(Draft.KID)
                    .algorithm(algorithm)
                    .build();
        }
        if (suite.publicKey() instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).keyID(Draft.KID).algorithm(algorithm).build();
        }
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) suite.publicKey())
                .keyID(Draft.KID)
                .algorithm(algorithm)
                .build();
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier() {
        JWTClaimsSet exact = new JWTClaimsSet.Builder()
                .issuer(Draft.ISSUER)
                .claim("type", "access")
                .build();
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(Draft.AUDIENCE, exact, Set.of("sub", "exp", "jti")) {
                    @Override
                    protected Date currentTime() {
                        return new Date(Draft.NOW * 1000);
                    }
                };
        verifier.setMaxClockSkew(Peers.SKEW);
        return verifier;
    }

    @Override
    public @Nullable Owner accept(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new Owner(
                    String.valueOf(claims.getSubject()), String.valueOf(claims.getJWTID()));
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException refused) {
            return null;
        }
    }
}
