package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

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

    /** Claims with these members; the map is copied. */
    public static JwtClaims of(Map<String, ? extends @Nullable Object> members) {
        return new JwtClaims(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    /** Claims over a map that nobody else holds. */
    static JwtClaims owning(Map<String, @Nullable Object> members) {
        return new JwtClaims(Collections.unmodifiableMap(members));
    }

    /** The value, or null where the claim is absent or JSON null; {@link #has} tells them apart. */
    public @Nullable Object get(String name) {
        return members.get(name);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The value as this type, or empty where the claim is absent, null or of another type; numbers widen to {@code Long}
     * or {@code Double} where that is exact enough. */
    public <T> Optional<T> get(String name, Class<T> type) {
        Object value = members.get(name);
        if (type == Double.class && value instanceof Number number) {
            value = number.doubleValue();
        }
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** The strings of an array, or a single string as a list of one; empty for anything else. */
    public List<String> strings(String name) {
        Object value = members.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        return List.of();
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
