package dev.jeton.jose;

import java.util.Optional;

/** The one table of signature algorithms (RFC 7518 §3.1, RFC 8037 §3.1). There is no {@code none}. */
public enum JwsAlgorithm {
    HS256,
    HS384,
    HS512,
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512,
    /** Ed25519 only (RFC 8037). */
    EDDSA;

    /** The value of the header parameter {@code alg}, such as {@code HS256} or {@code EdDSA}. */
    public String jwsName() {
        return this == EDDSA ? "EdDSA" : name();
    }

    /** The algorithm of exactly this {@code alg} value; case counts. */
    public static Optional<JwsAlgorithm> named(String exactName) {
        throw new AssertionError("soon");
    }
}
