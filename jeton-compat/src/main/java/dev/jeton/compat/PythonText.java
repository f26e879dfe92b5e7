package dev.jeton.compat;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON values as Python writes them into texts. */
final class PythonText {
    private PythonText() {}

    /** As {@code str(value)}. */
    static String of(@Nullable Object value) {
        return value instanceof String text ? text : inside(value);
    }

    /** As {@code repr(value)}: texts stand in quotation marks. */
    private static String inside(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(PythonText::inside)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Map<?, ?> map ? object(map) : value.toString();
    }

    private static String object(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> inside(entry.getKey()) + ": " + inside(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
