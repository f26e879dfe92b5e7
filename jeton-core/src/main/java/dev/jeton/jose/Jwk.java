package dev.jeton.jose;

import dev.jeton.failure.SettingsException;
import dev.jeton.internal.Base64Url;
import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A JSON Web Key as it is read (RFC 7517): its members by name and type. What it holds is never in a message. */
final class Jwk {
    private final Map<String, @Nullable Object> members;

    private Jwk(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    static Jwk read(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        try {
            return new Jwk(Json.readObject(utf8, 0, utf8.length));
        } catch (JsonException e) {
            throw new SettingsException("The JWK is not one strict JSON object (" + e.getMessage()
                    + "): write it anew.");
        }
    }

    /** The algorithm of {@code alg}, when {@code kty}, {@code use} and {@code key_ops} agree with it. */
    JwsAlgorithm algorithm() {
        String alg = text("alg");
        JwsAlgorithm algorithm = JwsAlgorithm.named(alg == null ? "" : alg)
                .orElseThrow(
                        () -> new SettingsException(
                                "The JWK must name a signature algorithm in alg, such as HS256,"
                                        + " RS256, ES256 or EdDSA: add the member that says what the key is for."));
        String kty = switch (algorithm.family()) {
            case HMAC -> "oct";
            case RSA, RSA_PSS -> "RSA";
            case EC -> "EC";
            case ED25519 -> "OKP";
        };
        requireText("kty", kty, algorithm);
        if (algorithm.family() == JwsAlgorithm.Family.EC) {
            requireText("crv", algorithm.curve().jwkName(), algorithm);
        } else if (algorithm.family() == JwsAlgorithm.Family.ED25519) {
            requireText("crv", "Ed25519", algorithm);
        }
        if (members.containsKey("use")) {
            requireText("use", "sig", algorithm);
        }
        return algorithm;
    }

    /** Whether {@code key_ops} is absent or holds the operation (RFC 7517 §4.3). */
    boolean allows(String operation) {
        if (!members.containsKey("key_ops")) {
            return true;
        }
        if (!(members.get("key_ops") instanceof List<?> operations)
                || !operations.stream().allMatch(String.class::isInstance)
                || operations.stream().distinct().count() < operations.size()) {
            throw new SettingsException(
                    "The JWK's key_ops must be a list of different operations: write it so.");
        }
        return operations.contains(operation);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The text of a member, or null where there is none. */
    @Nullable
    String text(String name) {
        Object value = members.get(name);
        if (value == null && !members.containsKey(name)) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new SettingsException("The JWK's member " + name + " must be a string: write it so.");
    }

    BigInteger integer(String name) {
        return new BigInteger(1, bytes(name));
    }

    /** The octets of a required member. */
    byte[] bytes(String name) {
        String text = text(name);
        byte[] bytes = text == null ? null : Base64Url.decode(text);
        if (bytes == null) {
            throw new SettingsException("The JWK's member " + name
                    + " is missing or not base64url without padding: write the JWK anew.");
        }
        return bytes;
    }

    byte[] bytes(String name, int length) {
        byte[] bytes = bytes(name);
        if (bytes.length != length) {
            throw new SettingsException("The JWK's member " + name + " must have " + length
                    + " octets: write the JWK anew.");
        }
        return bytes;
    }

    private void requireText(String name, String expected, JwsAlgorithm algorithm) {
        if (!expected.equals(text(name))) {
            throw new SettingsException("The JWK's " + name + " must be \"" + expected
                    + "\" for alg \"" + algorithm.jwsName()
                    + "\": use the key for what it was made, or correct the member.");
        }
    }
}
