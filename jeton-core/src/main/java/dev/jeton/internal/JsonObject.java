package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/** An object of few members, in document order: names and values in turn in one array. */
final class JsonObject extends AbstractMap<String, @Nullable Object> {
    private final @Nullable Object[] members;
    private final int size;
    private final long hashes;

    /** Takes the array as its own; one bit of {@code hashes} is set for each name, so that most absent names need no search. */
    JsonObject(@Nullable Object[] members, int size, long hashes) {
        this.members = members;
        this.size = size;
        this.hashes = hashes;
    }

    static long hashBit(String name) {
        return 1L << name.hashCode(); // its last 6 bits count
    }

    /** Where the name stands in the array, or less than zero. */
    static int find(@Nullable Object[] members, int size, long hashes, String name) {
        if ((hashes & hashBit(name)) == 0) {
            return -1;
        }
        for (int i = 0; i < 2 * size; i += 2) {
            if (members[i] == name) { // as it is where both know the name
                return i;
            }
        }
        for (int i = 0; i < 2 * size; i += 2) {
            if (name.equals(members[i])) {
                return i;
            }
        }
        return -1;
    }

    private int find(@Nullable Object key) {
        return key instanceof String name ? find(members, size, hashes, name) : -1;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int at = find(key);
        return at < 0 ? null : members[at + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < 2 * size; i += 2) {
            action.accept((String) members[i], members[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private Map.Entry<String, @Nullable Object> entry(int index) {
        String name = (String) members[2 * index];
        return new SimpleImmutableEntry<String, @Nullable Object>(name, members[2 * index + 1]);
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
                    if (next == size) {
                        throw new NoSuchElementException();
                    }
                    return entry(next++);
                }
            };
        }
    }
}
