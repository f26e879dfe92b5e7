package dev.jeton.compat;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What the layouts have in common. */
final class Layouts {
    private Layouts() {}

    /** Puts what is there: null, an empty text and an empty list are left out. */
    static void put(Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (value != null && !value.equals("") && !value.equals(List.of())) {
            claims.put(name, value);
        }
    }

    /** Puts a default where the claim is absent; a claim that is null stays. */
    static void putIfMissing(
            Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (!claims.containsKey(name)) {
            claims.put(name, value);
        }
    }
}
