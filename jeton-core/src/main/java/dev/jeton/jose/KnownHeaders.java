package dev.jeton.jose;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The headers of the last tokens that verified, by their exact bytes: reading one again would give the same. Few, and
 * only from signed tokens, so that nobody can fill it.
 */
final class KnownHeaders {
    private static final int GREATEST_NUMBER = 4;

    private record Known(byte[] segment, JoseHeader header) {}

    /** Replaced as a whole; losing one to another thread costs a second reading. */
    private volatile Known[] known = {};

    @Nullable
    JoseHeader find(byte[] token, int end) {
        for (Known candidate : known) {
            if (Arrays.equals(candidate.segment, 0, candidate.segment.length, token, 0, end)) {
                return candidate.header;
            }
        }
        return null;
    }

    /** Keeps the header of {@code token[0, end)}, whose signature holds; the oldest goes. */
    void keep(byte[] token, int end, JoseHeader header) {
        Known[] before = known;
        Known[] after = new Known[Math.min(before.length + 1, GREATEST_NUMBER)];
        after[0] = new Known(Arrays.copyOf(token, end), header);
        System.arraycopy(before, 0, after, 1, after.length - 1);
        known = after;
    }
}
