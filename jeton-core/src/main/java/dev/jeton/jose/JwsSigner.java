package dev.jeton.jose;

import dev.jeton.internal.Base64Url;
import dev.jeton.internal.Json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs a compact JWS (RFC 7515 §5.1). */
public final class JwsSigner {
    private JwsSigner() {}

    /**
     * The token of this payload. The header is {@code alg}, {@code kid} where the key has one, {@code typ} ({@code JWT}
     * unless the parameters say another), then the parameters.
     *
     * @throws IllegalArgumentException when the parameters hold one that only the key decides or that no token may carry
     *     ({@code alg}, {@code kid}, {@code crit}, {@code b64}, …), when the key cannot sign, or when the token or its header
     *     would exceed what {@link JwsVerifier} reads
     */
    public static String sign(
            JwsKey key, Map<String, ? extends @Nullable Object> parameters, byte[] payload) {
        if (!key.signs()) {
            throw new IllegalArgumentException(key + " only verifies");
        }
        byte[] header = parameters.isEmpty()
                ? key.plainHeader()
                : header(key.algorithm(), key.kid(), parameters);
        byte[] encoded = Base64Url.encodeToAscii(payload);
        int end = header.length + 1 + encoded.length;
        byte[] token = new byte[end + 1 + Base64Url.encodedLength(key.method().signatureLength())];
        append(token, 0, header);
        token[header.length] = '.';
        append(token, header.length + 1, encoded);
        byte[] signature = key.method().sign(token, end);
        token[end] = '.';
        append(token, end + 1, Base64Url.encodeToAscii(signature));
        if (token.length > JwsVerifier.GREATEST_TOKEN) {
            throw new IllegalArgumentException("the token has " + token.length + " characters, and "
                    + JwsVerifier.GREATEST_TOKEN + " are read at most: put less into it");
        }
        return new String(token, StandardCharsets.ISO_8859_1);
    }

    /** The header segment in base64url. */
    static byte[] header(
            JwsAlgorithm algorithm,
            @Nullable String kid,
            Map<String, ? extends @Nullable Object> parameters) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("alg", algorithm.jwsName());
        if (kid != null) {
            members.put("kid", kid);
        }
        members.put("typ", "JWT");
        parameters.forEach((name, value) -> members.put(allowed(name, value), value));
        byte[] json = Json.write(members);
        if (json.length > JoseHeader.GREATEST_BYTES) {
            throw new IllegalArgumentException("the header has " + json.length + " bytes, and "
                    + JoseHeader.GREATEST_BYTES + " are read at most: put less into it");
        }
        return Base64Url.encodeToAscii(json);
    }

    private static String allowed(String name, @Nullable Object value) {
        if (name.equals("alg") || name.equals("kid") || JoseHeader.REFUSED.contains(name)) {
            throw new IllegalArgumentException("the header parameter " + name + " cannot be given");
        }
        if ((name.equals("typ") || name.equals("cty")) && !(value instanceof String)) {
            throw new IllegalArgumentException(
                    "the header parameter " + name + " must be a string");
        }
        return name;
    }

    private static void append(byte[] token, int at, byte[] part) {
        System.arraycopy(part, 0, token, at, part.length);
    }
}
