package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The names that most tokens carry: found by their bytes, so that none is made twice, and written in one go. Fixed, so nobody
 * can fill it; each has at most eight letters, so it is one number.
 */
final class KnownNames {
    private static final List<String> NAMES = List.of(
            "alg", "kid", "typ", "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "type", "fresh",
            "csrf", "sid", "scope", "roles");
    private static final int SLOTS = 64;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long[] WORDS = new long[SLOTS];
    private static final @Nullable String[] TABLE = table();
    private static final long[] LETTERS = new long[SLOTS];
    private static final @Nullable String[] BY_HASH = byHash();

    private KnownNames() {}

    /** The known name that {@code ascii[from, to)} spells, or null. */
    static @Nullable String find(byte[] ascii, int from, int to) {
        int length = to - from;
        if (length < 1 || length > Long.BYTES || ascii.length - from < Long.BYTES) {
            return null;
        }
        long word = PlainText.word(ascii, from) & -1L >>> Long.SIZE - Byte.SIZE * length;
        int slot = slot(word);
        while (WORDS[slot] != 0 && WORDS[slot] != word) {
            slot = (slot + 1) & SLOTS - 1;
        }
        return TABLE[slot];
    }

    /** What {@link #find} reads as this very string, the first letter the lowest; 0 for any other string. */
    static long letters(String name) {
        int slot = name.hashCode() & SLOTS - 1;
        while (BY_HASH[slot] != null && BY_HASH[slot] != name) {
            slot = (slot + 1) & SLOTS - 1;
        }
        return LETTERS[slot];
    }

    private static int slot(long word) {
        return (int) (word * SPREAD >>> 58);
    }

    private static @Nullable String[] table() {
        @Nullable String[] table = new String[SLOTS];
        for (String name : NAMES) {
            long word = word(name);
            int slot = slot(word);
            while (WORDS[slot] != 0) {
                slot = (slot + 1) & SLOTS - 1;
            }
            WORDS[slot] = word;
            table[slot] = name;
        }
        return table;
    }

    private static @Nullable String[] byHash() {
        @Nullable String[] table = new String[SLOTS];
        for (String name : NAMES) {
            int slot = name.hashCode() & SLOTS - 1;
            while (table[slot] != null) {
                slot = (slot + 1) & SLOTS - 1;
            }
            LETTERS[slot] = word(name);
            table[slot] = name;
        }
        return table;
    }

    private static long word(String name) {
        return PlainText.word(
                Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), Long.BYTES), 0);
    }
}
