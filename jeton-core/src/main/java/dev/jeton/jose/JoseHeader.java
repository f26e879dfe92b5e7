package dev.jeton.jose;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The header of a JWS whose signature holds (RFC 7515 §4), strictly read. */
public final class JoseHeader {
    JoseHeader() {}

    /** {@code alg}, §4.1.1. */
    public JwsAlgorithm algorithm() {
        throw new AssertionError("soon");
    }

    /** {@code kid}, §4.1.4: at most 256 characters. */
    public @Nullable String kid() {
        throw new AssertionError("soon");
    }

    /** {@code typ}, §4.1.9. */
    public @Nullable String typ() {
        throw new AssertionError("soon");
    }

    /** {@code cty}, §4.1.10. */
    public @Nullable String cty() {
        throw new AssertionError("soon");
    }

    /** All parameters in document order; unmodifiable. */
    public Map<String, @Nullable Object> parameters() {
        throw new AssertionError("soon");
    }
}
