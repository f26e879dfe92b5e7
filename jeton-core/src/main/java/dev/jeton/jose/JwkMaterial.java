package dev.jeton.jose;

import dev.jeton.failure.SettingsException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** The key halves in a JWK (RFC 7518 §6, RFC 8037 §2). */
final class JwkMaterial {
    private static final int ED25519_BYTES = 32;

    private final JwsAlgorithm algorithm;
    private final Jwk jwk;

    JwkMaterial(JwsAlgorithm algorithm, Jwk jwk) {
        this.algorithm = algorithm;
        this.jwk = jwk;
    }

    PublicKey publicKey() {
        try {
            return switch (algorithm.family()) {
                case RSA, RSA_PSS -> KeyFactory.getInstance("RSA").generatePublic(rsaPublic());
                case EC -> KeyFactory.getInstance("EC").generatePublic(ecPublic());
                case ED25519 -> KeyFactory.getInstance("Ed25519").generatePublic(ed25519Public());
                case HMAC -> throw new IllegalStateException("a secret has no public half");
            };
        } catch (GeneralSecurityException e) {
            throw unusable("public");
        }
    }

    PrivateKey privateKey() {
        try {
            return switch (algorithm.family()) {
                case RSA, RSA_PSS -> KeyFactory.getInstance("RSA").generatePrivate(rsaPrivate());
                case EC -> KeyFactory.getInstance("EC").generatePrivate(ecPrivate());
                case ED25519 -> KeyFactory.getInstance("Ed25519").generatePrivate(ed25519Private());
                case HMAC -> throw new IllegalStateException("a secret has no private half");
            };
        } catch (GeneralSecurityException e) {
            throw unusable("private");
        }
    }

    private KeySpec rsaPublic() {
        return new RSAPublicKeySpec(jwk.integer("n"), jwk.integer("e"));
    }

    private KeySpec rsaPrivate() {
        BigInteger n = jwk.integer("n");
        BigInteger d = jwk.integer("d");
        if (jwk.has("oth")) {
            throw new SettingsException(
                    "The JWK is an RSA key of more than two primes: make one with two.");
        }
        if (!jwk.has("p")) {
            return new RSAPrivateKeySpec(n, d);
        }
        return new RSAPrivateCrtKeySpec(
                n,
                jwk.integer("e"),
                d,
                jwk.integer("p"),
                jwk.integer("q"),
                jwk.integer("dp"),
                jwk.integer("dq"),
                jwk.integer("qi"));
    }

    private KeySpec ecPublic() {
        EcCurve curve = algorithm.curve();
        int length = curve.coordinateBytes();
        ECPoint point = new ECPoint(
                new BigInteger(1, jwk.bytes("x", length)),
                new BigInteger(1, jwk.bytes("y", length)));
        return new ECPublicKeySpec(point, curve.parameters());
    }

    private KeySpec ecPrivate() {
        EcCurve curve = algorithm.curve();
        return new ECPrivateKeySpec(
                new BigInteger(1, jwk.bytes("d", curve.coordinateBytes())), curve.parameters());
    }

    private KeySpec ed25519Public() {
        byte[] encoded = UnsignedBytes.reversed(jwk.bytes("x", ED25519_BYTES));
        boolean xOdd = encoded[0] < 0;
        encoded[0] &= 0x7F;
        return new EdECPublicKeySpec(
                NamedParameterSpec.ED25519, new EdECPoint(xOdd, new BigInteger(1, encoded)));
    }

    private KeySpec ed25519Private() {
        return new EdECPrivateKeySpec(NamedParameterSpec.ED25519, jwk.bytes("d", ED25519_BYTES));
    }

    private static SettingsException unusable(String half) {
        return new SettingsException(
                "The JWK's " + half + " members do not make a key: write the JWK anew.");
    }
}
