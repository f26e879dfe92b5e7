package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as text that tells their types: {@code 1}, {@code 1n}, {@code 15e-1}, and strings in ASCII. */
final class JsonText {
    private JsonText() {}

    static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof BigInteger) {
            return value + "n";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.unscaledValue() + "e" + -decimal.scale();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(member -> of(member.getKey()) + ":" + of(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"))
                : simple(value);
    }

    private static String simple(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long) {
            return String.valueOf(value);
        }
        throw new AssertionError("no JSON reader makes a " + value.getClass());
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\'
                        ? String.valueOf((char) c)
                        : String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
