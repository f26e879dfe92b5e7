package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The one strict JSON reader and writer (RFC 8259). Values are {@code String}, {@code Long},
 * {@code BigInteger} or {@code BigDecimal}, {@code Boolean}, {@code null}, {@code List} and {@code Map} in document order.
 */
public final class Json {
    private Json() {}

    /**
     * Reads one object and nothing after it: UTF-8 reported, no BOM, no duplicate members at any depth, no lone
     * surrogates, depth at most 32, numbers at most 32 characters and within the range of an IEEE 754 double
     * (RFC 8259 §6), no negative zero. What it returns cannot be changed.
     *
     * @throws JsonException whenever the text is anything else
     */
    public static Map<String, @Nullable Object> readObject(byte[] utf8, int offset, int length) {
        return JsonReader.read(utf8, offset, length);
    }

    /**
     * Writes an object as UTF-8, members in iteration order; an {@code Instant} is written as a NumericDate. What is
     * written can be read back: the limits are those of {@link #readObject}.
     *
     * @throws IllegalArgumentException for a value of another type, a lone surrogate or a number that is not finite
     */
    public static byte[] write(Map<String, ? extends @Nullable Object> object) {
        return JsonWriter.write(object);
    }

    /**
     * As {@link #write(Map)}, of members that are named one by one, each once.
     *
     * @throws IllegalArgumentException likewise
     */
    public static byte[] write(Consumer<BiConsumer<String, @Nullable Object>> members) {
        return JsonWriter.write(members);
    }
}
