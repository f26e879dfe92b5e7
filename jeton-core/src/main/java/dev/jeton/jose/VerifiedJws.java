package dev.jeton.jose;

/** A JWS whose signature holds. Only {@link JwsVerifier} makes one. */
public final class VerifiedJws {
    private final JoseHeader header;
    private final byte[] payload;
    private final JwsKey key;
    private final long generation;

    VerifiedJws(JoseHeader header, byte[] payload, JwsKey key, long generation) {
        this.header = header;
        this.payload = payload;
        this.key = key;
        this.generation = generation;
    }

    public JoseHeader header() {
        return header;
    }

    /** The signed bytes, this object's own and not copied: read them, do not change them. */
    public byte[] payload() {
        return payload;
    }

    /** The key that verified it. */
    public JwsKey key() {
        return key;
    }

    /** The generation of the ring that was asked. */
    public long generation() {
        return generation;
    }
}
