package dev.jeton.benchmarks.contender;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The fixture's key as a JWK with its private half, for the libraries that take one. */
final class NimbusKeys {
    /** An Ed25519 key is the end of its encoding (RFC 8410 §4, §7). */
    private static final int ED25519_BYTES = 32;

    private NimbusKeys() {}

    static JWK jwk(Fixture fixture) {
        Algorithm algorithm = new Algorithm(fixture.algorithm().jwsName());
        return switch (fixture.algorithm()) {
            case HS256 ->
                new OctetSequenceKey.Builder(fixture.secret())
                        .keyID(Fixture.KID)
                        .algorithm(algorithm)
                        .build();
            case RS256 ->
                new RSAKey.Builder((RSAPublicKey) fixture.pair().getPublic())
                        .privateKey((RSAPrivateKey) fixture.pair().getPrivate())
                        .keyID(Fixture.KID)
                        .algorithm(algorithm)
                        .build();
            case ES256 ->
                new ECKey.Builder(Curve.P_256, (ECPublicKey) fixture.pair().getPublic())
                        .privateKey((ECPrivateKey) fixture.pair().getPrivate())
                        .keyID(Fixture.KID)
                        .algorithm(algorithm)
                        .build();
            default ->
                new OctetKeyPair.Builder(
                                Curve.Ed25519, end(fixture.pair().getPublic().getEncoded()))
                        .d(end(fixture.pair().getPrivate().getEncoded()))
                        .keyID(Fixture.KID)
                        .algorithm(algorithm)
                        .build();
        };
    }

    private static Base64URL end(byte[] encoded) {
        return Base64URL.encode(
                Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length));
    }
}
