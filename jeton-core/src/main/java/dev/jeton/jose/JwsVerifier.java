package dev.jeton.jose;

/** Verifies a compact JWS by the list of RFC 7515 §5.2, in order. Immutable and safe for use by many threads. */
public final class JwsVerifier {
    public JwsVerifier(KeySource keys) {
        this(keys, kid -> null);
    }

    /** @param lookup asked for each token first; where it answers null, the ring decides */
    public JwsVerifier(KeySource keys, KeyLookup lookup) {}

    /**
     * @throws dev.jeton.failure.TokenRejectedException with MALFORMED, HEADER_INVALID, ALGORITHM_REFUSED, KEY_UNKNOWN or
     *     SIGNATURE_INVALID
     * @throws dev.jeton.failure.CheckUnavailableException when the lookup could not be made
     */
    public VerifiedJws verify(String token) {
        throw new AssertionError("soon");
    }
}
