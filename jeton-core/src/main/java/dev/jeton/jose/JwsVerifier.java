package dev.jeton.jose;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Base64Url;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Verifies a compact JWS by the list of RFC 7515 §5.2: length, shape, header, algorithm, key, signature. Its payload is not
 * looked at before the signature holds. Safe for use by many threads.
 */
public final class JwsVerifier {
    static final int GREATEST_TOKEN = 8192;

    private final KeySource keys;
    private final KeyLookup lookup;
    private final KnownHeaders knownHeaders = new KnownHeaders();
    private final KnownTokens knownTokens;

    /** A verifier that remembers no tokens. */
    public JwsVerifier(KeySource keys) {
        this(keys, kid -> null);
    }

    /** A verifier that remembers no tokens.
     * @param lookup asked for each token first; where it answers null, the ring decides */
    public JwsVerifier(KeySource keys, KeyLookup lookup) {
        this(keys, lookup, TokenMemory.NONE);
    }

    /** A verifier that remembers tokens whose signature held, so that the next time a look-up tells so. */
    public JwsVerifier(KeySource keys, KeyLookup lookup, TokenMemory memory) {
        this.keys = keys;
        this.lookup = lookup;
        this.knownTokens = new KnownTokens(memory);
    }

    /**
     * @throws TokenRejectedException with MALFORMED, HEADER_INVALID, ALGORITHM_REFUSED, KEY_UNKNOWN or SIGNATURE_INVALID
     * @throws dev.jeton.failure.CheckUnavailableException when the lookup could not be made
     */
    public VerifiedJws verify(String token) {
        if (token.length() > GREATEST_TOKEN) {
            throw malformed();
        }
        VerifiedJws earlier = knownTokens.find(token);
        if (earlier != null && isSoStill(earlier)) {
            return earlier;
        }
        int headerEnd = token.indexOf('.');
        int payloadEnd = token.indexOf('.', headerEnd + 1);
        byte[] ascii = token.getBytes(StandardCharsets.ISO_8859_1); // what lies beyond becomes '?'
        if (payloadEnd < 0 || ascii.length != token.length()) {
            throw malformed();
        }
        JoseHeader known = knownHeaders.find(ascii, headerEnd);
        JoseHeader header = known != null ? known : JoseHeader.read(ascii, headerEnd);
        byte[] signature = present(Base64Url.decode(ascii, payloadEnd + 1, ascii.length));

        KeyRing ring = keys.ring();
        JwsKey key = key(ring, header);
        if (!key.method().holds(ascii, payloadEnd, signature)) {
            throw new TokenRejectedException(Reason.SIGNATURE_INVALID);
        }
        if (known == null) {
            knownHeaders.keep(ascii, headerEnd, header);
        }
        byte[] payload = present(Base64Url.decodeSigned(ascii, headerEnd + 1, payloadEnd));
        VerifiedJws verified = new VerifiedJws(header, payload, key, ring.generation());
        knownTokens.keep(token, verified);
        return verified;
    }

    /** Whether the ring is still the one that was asked, and the key that it has for the token still the same. */
    private boolean isSoStill(VerifiedJws earlier) {
        KeyRing ring = keys.ring();
        return earlier.generation() == ring.generation()
                && earlier.key() == key(ring, earlier.header());
    }

    private JwsKey key(KeyRing ring, JoseHeader header) {
        JwsKey found = lookup.find(header.kid());
        if (found == null) {
            return ring.find(header.algorithm(), header.kid());
        }
        if (found.algorithm() != header.algorithm()) {
            throw new TokenRejectedException(Reason.ALGORITHM_REFUSED);
        }
        return found;
    }

    /** What was decoded; a third dot is refused as no character of base64url. */
    private static byte[] present(byte @Nullable [] decoded) {
        if (decoded == null) {
            throw malformed();
        }
        return decoded;
    }

    private static TokenRejectedException malformed() {
        return new TokenRejectedException(Reason.MALFORMED);
    }
}
