package dev.jeton.jose;

import java.util.List;
import java.util.Optional;

/** The keys of one moment: at most one signs, all verify. Immutable; a successor has the next generation. */
public final class KeyRing {
    private KeyRing() {}

    /**
     * A ring of generation 1 whose first key signs and verifies.
     *
     * @throws dev.jeton.failure.SettingsException when the first cannot sign, or two keys answer to the same tokens
     */
    public static KeyRing of(JwsKey signing, JwsKey... verifying) {
        throw new AssertionError("soon");
    }

    /** A ring of generation 1 that signs nothing. */
    public static KeyRing verifyingOnly(JwsKey... keys) {
        throw new AssertionError("soon");
    }

    /** The ring that follows this one. */
    public KeyRing next(JwsKey signing, JwsKey... verifying) {
        throw new AssertionError("soon");
    }

    /** Grows by one with each {@link #next}. */
    public long generation() {
        throw new AssertionError("soon");
    }

    public Optional<JwsKey> signingKey() {
        throw new AssertionError("soon");
    }

    /** All keys, the signing one first. */
    public List<JwsKey> keys() {
        throw new AssertionError("soon");
    }

    /** The JWK Set (RFC 7517 §5) of the public halves, as JSON; secrets are never in it. */
    public String toPublicJwkSet() {
        throw new AssertionError("soon");
    }
}
