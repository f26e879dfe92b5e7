package dev.jeton.jose;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Base64Url;
import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/** The header of a JWS (RFC 7515 §4), strictly read. */
public final class JoseHeader {
    static final int GREATEST_BYTES = 1024;

    /**
     * Parameters that no token may carry: extensions, which this library has none of (§4.1.11, RFC 7797), those of
     * encryption, and keys or addresses of keys, which would let the token choose what verifies it (RFC 8725 §3.10).
     */
    static final Set<String> REFUSED =
            Set.of("crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c");

    private final JwsAlgorithm algorithm;
    private final @Nullable String kid;
    private final @Nullable String typ;
    private final @Nullable String cty;
    private final Map<String, @Nullable Object> parameters;

    private JoseHeader(Map<String, @Nullable Object> parameters) {
        this.parameters = parameters;
        refuseForbidden(parameters);
        String alg = text("alg");
        if (alg == null) {
            throw invalid("alg");
        }
        this.kid = text("kid");
        if (kid != null && kid.length() > JwsKey.GREATEST_KID) {
            throw invalid("kid");
        }
        this.typ = text("typ");
        this.cty = text("cty");
        this.algorithm = JwsAlgorithm.named(alg)
                .orElseThrow(() -> new TokenRejectedException(Reason.ALGORITHM_REFUSED, "alg"));
    }

    /** Reads the segment {@code token[0, end)}. */
    static JoseHeader read(byte[] token, int end) {
        byte[] json = Base64Url.decode(token, 0, end);
        if (json == null) {
            throw new TokenRejectedException(Reason.MALFORMED);
        }
        if (json.length > GREATEST_BYTES) {
            throw new TokenRejectedException(Reason.HEADER_INVALID);
        }
        try {
            return new JoseHeader(Json.readObject(json, 0, json.length));
        } catch (JsonException e) {
            throw new TokenRejectedException(Reason.HEADER_INVALID);
        }
    }

    /** {@code alg}, §4.1.1. */
    public JwsAlgorithm algorithm() {
        return algorithm;
    }

    /** {@code kid}, §4.1.4: at most 256 characters. */
    public @Nullable String kid() {
        return kid;
    }

    /** {@code typ}, §4.1.9. */
    public @Nullable String typ() {
        return typ;
    }

    /** {@code cty}, §4.1.10. */
    public @Nullable String cty() {
        return cty;
    }

    /** All parameters in document order; unmodifiable. */
    public Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private @Nullable String text(String name) {
        Object value = parameters.get(name);
        if (value instanceof String text) {
            return text;
        }
        if (value != null || parameters.containsKey(name)) {
            throw invalid(name);
        }
        return null;
    }

    private static void refuseForbidden(Map<String, @Nullable Object> parameters) {
        for (String name : parameters.keySet()) {
            if (REFUSED.contains(name)) {
                throw invalid(name);
            }
        }
    }

    private static TokenRejectedException invalid(String name) {
        return new TokenRejectedException(Reason.HEADER_INVALID, name);
    }
}
