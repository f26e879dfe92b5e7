package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The names that most tokens carry, found by their bytes so that none is made twice. Fixed, so nobody can fill it. */
final class KnownNames {
    private static final int SLOTS = 128;
    private static final @Nullable String[] TABLE = table(List.of(
            "alg",
            "kid",
            "typ",
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "type",
            "fresh",
            "csrf",
            "sid",
            "auth_time",
            "scope",
            "roles"));

    private KnownNames() {}

    /** The known name that {@code ascii[from, to)} spells, or null. */
    static @Nullable String find(byte[] ascii, int from, int to) {
        if (from == to) {
            return null;
        }
        int slot = slot(ascii[from], ascii[to - 1], to - from);
        for (String known = TABLE[slot]; known != null; known = TABLE[slot]) {
            if (isSpelt(known, ascii, from, to)) {
                return known;
            }
            slot = (slot + 1) % SLOTS;
        }
        return null;
    }

    private static boolean isSpelt(String name, byte[] ascii, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != ascii[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(int first, int last, int length) {
        return (3 * first + last + length) % SLOTS;
    }

    private static @Nullable String[] table(List<String> names) {
        @Nullable String[] table = new String[SLOTS];
        for (String name : names) {
            int slot = slot(name.charAt(0), name.charAt(name.length() - 1), name.length());
            while (table[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            table[slot] = name;
        }
        return table;
    }
}
