package dev.jeton.jose;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Base64Url;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Verifies a compact JWS by the list of RFC 7515 §5.2, in order. Safe for use by many threads. */
public final class JwsVerifier {
    static final int GREATEST_TOKEN = 8192;

    private final KeySource keys;
    private final KeyLookup lookup;
    private final KnownHeaders knownHeaders = new KnownHeaders();

    public JwsVerifier(KeySource keys) {
        this(keys, kid -> null);
    }

    /** @param lookup asked for each token first; where it answers null, the ring decides */
    public JwsVerifier(KeySource keys, KeyLookup lookup) {
        this.keys = keys;
        this.lookup = lookup;
    }

    /**
     * @throws TokenRejectedException with MALFORMED, HEADER_INVALID, ALGORITHM_REFUSED, KEY_UNKNOWN or SIGNATURE_INVALID
     * @throws dev.jeton.failure.CheckUnavailableException when the lookup could not be made
     */
    public VerifiedJws verify(String token) {
        if (token.length() > GREATEST_TOKEN) {
            throw new TokenRejectedException(Reason.MALFORMED);
        }
        byte[] ascii = token.getBytes(
                StandardCharsets.ISO_8859_1); // anything beyond becomes '?', which is refused
        int headerEnd = dot(ascii, 0);
        int payloadEnd = dot(ascii, headerEnd + 1);

        JoseHeader known = knownHeaders.find(ascii, headerEnd);
        JoseHeader header = known != null ? known : JoseHeader.read(ascii, headerEnd);
        byte[] payload = decoded(ascii, headerEnd + 1, payloadEnd);
        byte[] signature = decoded(ascii, payloadEnd + 1, ascii.length);

        KeyRing ring = keys.ring();
        JwsKey key = key(ring, header.algorithm(), header.kid());
        if (!key.method().holds(ascii, payloadEnd, signature)) {
            throw new TokenRejectedException(Reason.SIGNATURE_INVALID);
        }
        if (known == null) {
            knownHeaders.keep(ascii, headerEnd, header);
        }
        return new VerifiedJws(header, payload, key, ring.generation());
    }

    private JwsKey key(KeyRing ring, JwsAlgorithm algorithm, @Nullable String kid) {
        JwsKey found = lookup.find(kid);
        if (found == null) {
            return ring.find(algorithm, kid);
        }
        if (found.algorithm() != algorithm) {
            throw new TokenRejectedException(Reason.ALGORITHM_REFUSED);
        }
        return found;
    }

    /** Where the next dot stands. A third one is refused as no character of base64url. */
    private static int dot(byte[] ascii, int from) {
        for (int i = from; i < ascii.length; i++) {
            if (ascii[i] == '.') {
                return i;
            }
        }
        throw new TokenRejectedException(Reason.MALFORMED);
    }

    private static byte[] decoded(byte[] ascii, int from, int to) {
        byte[] bytes = Base64Url.decode(ascii, from, to);
        if (bytes == null) {
            throw new TokenRejectedException(Reason.MALFORMED);
        }
        return bytes;
    }
}
