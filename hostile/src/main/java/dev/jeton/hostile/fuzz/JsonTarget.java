package dev.jeton.hostile.fuzz;

import dev.jeton.hostile.json.JsonComparison;
import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The reader and the writer of JSON: databind agrees but for the named rules, and what is written is read as the same. */
final class JsonTarget implements Target<Optional<Map<String, @Nullable Object>>> {
    private static final int LONGEST_NUMBER = 32;

    @Override
    public Optional<Map<String, @Nullable Object>> call(byte[] input) {
        return Optional.ofNullable(JsonComparison.jeton(input));
    }

    @Override
    public void judge(byte[] input, Optional<Map<String, @Nullable Object>> read) {
        Map<String, @Nullable Object> result = read.orElse(null);
        JsonComparison.compare(input, result);
        Property.holds(Objects.equals(result, slice(input)), "a slice is the same");
        if (result != null && isWritable(result)) {
            byte[] written = Json.write(result);
            Map<String, @Nullable Object> again = Json.readObject(written, 0, written.length);
            Property.holds(
                    numbers(again).equals(numbers(result)), "what is written is read as the same");
            Property.holds(Arrays.equals(Json.write(again), written), "and written as the same");
        }
    }

    private static @Nullable Map<String, @Nullable Object> slice(byte[] input) {
        byte[] around = new byte[input.length + 2];
        Arrays.fill(around, (byte) '}');
        System.arraycopy(input, 0, around, 1, input.length);
        try {
            return Json.readObject(around, 1, input.length);
        } catch (JsonException refused) {
            return null;
        }
    }

    /** With decimals that are whole numbers as such, for they are written without a point. */
    private static Object numbers(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> numbers = new LinkedHashMap<>();
            map.forEach((name, member) -> numbers.put(name, numbers(member)));
            return numbers;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(JsonTarget::numbers).toList();
        }
        if (value instanceof BigDecimal decimal && decimal.scale() != 0) {
            return decimal;
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString())
                : Optional.<Object>ofNullable(value);
    }

    /** The plain form of a number may be longer than what was read. */
    private static boolean isWritable(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(JsonTarget::isWritable);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().allMatch(JsonTarget::isWritable);
        }
        return !(value instanceof BigDecimal decimal)
                || decimal.toString().length() <= LONGEST_NUMBER;
    }
}
