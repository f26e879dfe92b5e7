package dev.jeton.jose;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A JWS whose signature holds. Only {@link JwsVerifier} makes one. */
public final class VerifiedJws {
    private final JoseHeader header;
    private final byte[] payload;
    private final JwsKey key;
    private final long generation;

    /** Read when it is first asked for; by several threads at once perhaps, which changes nothing. */
    private @Nullable Map<String, @Nullable Object> members;

    VerifiedJws(JoseHeader header, byte[] payload, JwsKey key, long generation) {
        this.header = header;
        this.payload = payload;
        this.key = key;
        this.generation = generation;
    }

    public JoseHeader header() {
        return header;
    }

    /** A copy of the signed bytes. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The members of a payload that is a JSON object, in document order; unmodifiable.
     * @throws TokenRejectedException with MALFORMED when it is anything else */
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> read = members;
        if (read == null) {
            read = read();
            members = read;
        }
        return read;
    }

    private Map<String, @Nullable Object> read() {
        try {
            return Json.readObject(payload, 0, payload.length);
        } catch (JsonException notAnObject) {
            throw new TokenRejectedException(Reason.MALFORMED);
        }
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
