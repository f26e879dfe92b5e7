package dev.jeton.jose;

import org.jspecify.annotations.Nullable;

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
        throw new AssertionError("soon");
    }
}
