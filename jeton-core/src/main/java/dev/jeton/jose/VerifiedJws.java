package dev.jeton.jose;

/** A JWS whose signature holds. Only {@link JwsVerifier} makes one. */
public final class VerifiedJws {
    VerifiedJws() {}

    public JoseHeader header() {
        throw new AssertionError("soon");
    }

    /** The signed bytes, this object's own and not copied: read them, do not change them. */
    public byte[] payload() {
        throw new AssertionError("soon");
    }

    /** The key that verified it. */
    public JwsKey key() {
        throw new AssertionError("soon");
    }

    /** The generation of the ring that was asked. */
    public long generation() {
        throw new AssertionError("soon");
    }
}
