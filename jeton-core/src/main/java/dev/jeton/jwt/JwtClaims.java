package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims set of a token whose signature holds (RFC 7519 §4), immutable and in document order. Values are String, Long,
 * BigInteger, BigDecimal, Boolean, null, List and Map.
 */
public final class JwtClaims {
    private final Map<String, @Nullable Object> members;

    private JwtClaims(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Claims with these members, each of a type named above; the map is copied. */
    public static JwtClaims of(Map<String, ? extends @Nullable Object> members) {
        return new JwtClaims(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    /** Claims over a map that nobody changes any more. */
    static JwtClaims owning(Map<String, @Nullable Object> members) {
        return new JwtClaims(Collections.unmodifiableMap(members));
    }

    /** The value, or null where the claim is absent or JSON null; {@link #has} tells them apart. */
    public @Nullable Object get(String name) {
        return members.get(name);
    }

    /** Whether the claim is there, be it null. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * The value as this type, or empty where the claim is absent, null or of another kind. Numbers are Integer, Long,
     * BigInteger or BigDecimal where they fit exactly, and the nearest Double; a NumericDate (RFC 7519 §2) is an Instant too.
     *
     * @throws IllegalArgumentException for a type that no claim has
     */
    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(ClaimValues.as(type, members.get(name)));
    }

    /** The strings of an array, or a single string as a list of one; empty for anything else. */
    public List<String> strings(String name) {
        Object value = members.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        return value instanceof List<?> list ? allStrings(list) : List.of();
    }

    private static List<String> allStrings(List<?> list) {
        List<String> strings = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text)) {
                return List.of();
            }
            strings.add(text);
        }
        return Collections.unmodifiableList(strings);
    }

    /** All claims, unmodifiable, in document order. */
    public Map<String, @Nullable Object> asMap() {
        return members;
    }

    /** Names only: values are the user's business. */
    @Override
    public String toString() {
        return "JwtClaims" + members.keySet();
    }
}
