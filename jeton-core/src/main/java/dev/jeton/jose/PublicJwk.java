package dev.jeton.jose;

import dev.jeton.internal.Base64Url;
import dev.jeton.internal.Json;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPoint;
import java.util.Map;
import java.util.TreeMap;

/** The public half of a key as a JWK: the members that make it out, in the order of their names. */
final class PublicJwk {
    private static final int ED25519_BYTES = 32;

    private PublicJwk() {}

    /** The required members of RFC 7638 §3.2 and RFC 8037 §2: {@code kty} and those of the material. */
    static Map<String, Object> requiredMembers(JwsAlgorithm algorithm, PublicKey key) {
        return switch (algorithm.family()) {
            case RSA, RSA_PSS -> rsa((RSAPublicKey) key);
            case EC -> ec(algorithm.curve(), (ECPublicKey) key);
            case ED25519 -> ed25519(((EdECPublicKey) key).getPoint());
            case HMAC -> throw new IllegalStateException("a secret has no public half");
        };
    }

    /** RFC 7638 with SHA-256: the digest of the required members, sorted, without white space. */
    static String thumbprint(Map<String, Object> requiredMembers) {
        try {
            byte[] canonical = Json.write(new TreeMap<>(requiredMembers));
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    private static Map<String, Object> rsa(RSAPublicKey key) {
        return sorted(
                "kty",
                "RSA",
                "n",
                unsigned(key.getModulus()),
                "e",
                unsigned(key.getPublicExponent()));
    }

    private static Map<String, Object> ec(EcCurve curve, ECPublicKey key) {
        int length = curve.coordinateBytes();
        String x = Base64Url.encode(UnsignedBytes.of(key.getW().getAffineX(), length));
        String y = Base64Url.encode(UnsignedBytes.of(key.getW().getAffineY(), length));
        return sorted("kty", "EC", "crv", curve.jwkName(), "x", x, "y", y);
    }

    private static Map<String, Object> ed25519(EdECPoint point) {
        byte[] x = UnsignedBytes.littleEndian(point.getY(), ED25519_BYTES);
        x[ED25519_BYTES - 1] |= point.isXOdd() ? (byte) 0x80 : 0;
        return sorted("kty", "OKP", "crv", "Ed25519", "x", Base64Url.encode(x));
    }

    private static Map<String, Object> sorted(String... namesAndValues) {
        Map<String, Object> members = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    private static String unsigned(BigInteger value) {
        return Base64Url.encode(UnsignedBytes.of(value));
    }
}
