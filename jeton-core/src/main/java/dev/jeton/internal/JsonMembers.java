package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of an object that is being read. A few are kept in an array; a hash table takes over where many are sent. */
final class JsonMembers {
    static final int FEW = 16;
    private static final int USUAL = 12;

    private static final @Nullable Object[] NONE = {};

    private @Nullable Object[] few = NONE;
    private int size;
    private long hashes;
    private @Nullable Map<String, @Nullable Object> many;

    /** @throws JsonException when it stands twice */
    void add(String name, @Nullable Object value) {
        if (many == null && size == FEW) {
            many = new LinkedHashMap<>(new JsonObject(few, size, hashes));
        }
        boolean twice = many == null ? addToFew(name, value) : addToMany(many, name, value);
        if (twice) {
            throw new JsonException("a member stands twice");
        }
    }

    private boolean addToFew(String name, @Nullable Object value) {
        if (JsonObject.find(few, size, hashes, name) >= 0) {
            return true;
        }
        if (2 * size == few.length) {
            few = Arrays.copyOf(few, 2 * (size == 0 ? USUAL : FEW));
        }
        few[2 * size] = name;
        few[2 * size + 1] = value;
        size++;
        hashes |= JsonObject.hashBit(name);
        return false;
    }

    /** Names that share a hash are a tree there, so sending many of them gains nothing. */
    private static boolean addToMany(
            Map<String, @Nullable Object> many, String name, @Nullable Object value) {
        int before = many.size();
        many.put(name, value);
        return many.size() == before;
    }

    Map<String, @Nullable Object> toMap() {
        return Collections.unmodifiableMap(many == null ? new JsonObject(few, size, hashes) : many);
    }
}
