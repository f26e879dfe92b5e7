package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of one object, taken one after the other: a member that nobody took is not understood. */
final class Members {
    private final String where;
    private final Map<String, @Nullable Object> left;

    private Members(String where, Map<String, @Nullable Object> left) {
        this.where = where;
        this.left = left;
    }

    static Members of(@Nullable Object value, String where) {
        return new Members(where, new LinkedHashMap<>(object(value, where)));
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    @Nullable
    Object take(String name) {
        if (!left.containsKey(name)) {
            throw new NotUnderstoodException(where + " has no member \"" + name + "\"");
        }
        return left.remove(name);
    }

    @Nullable
    Object takeOrNull(String name) {
        return left.remove(name);
    }

    String text(String name) {
        return text(take(name), where + "." + name);
    }

    @Nullable
    String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    int integer(String name) {
        if (take(name) instanceof JsonNumber number && number.isWhole()) {
            return number.value().intValueExact();
        }
        throw new NotUnderstoodException(where + "." + name + " is no whole number");
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (take(name) instanceof Boolean flag) {
            return flag;
        }
        throw new NotUnderstoodException(where + "." + name + " is neither true nor false");
    }

    Map<String, @Nullable Object> object(String name) {
        return object(take(name), where + "." + name);
    }

    Map<String, @Nullable Object> objectOrEmpty(String name) {
        return has(name) ? object(name) : Map.of();
    }

    List<?> array(String name) {
        return array(take(name), where + "." + name);
    }

    List<?> arrayOrEmpty(String name) {
        return has(name) ? array(name) : List.of();
    }

    /** Says that everything has been taken. */
    void end() {
        if (!left.isEmpty()) {
            throw new NotUnderstoodException(where + " has the unknown member \""
                    + left.keySet().iterator().next() + "\"");
        }
    }

    static String text(@Nullable Object value, String where) {
        if (value instanceof String text) {
            return text;
        }
        throw new NotUnderstoodException(where + " is no text");
    }

    static List<?> array(@Nullable Object value, String where) {
        if (value instanceof List<?> array) {
            return array;
        }
        throw new NotUnderstoodException(where + " is no array");
    }

    static Map<String, @Nullable Object> object(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            object.forEach((name, member) -> members.put((String) name, member));
            return members;
        }
        throw new NotUnderstoodException(where + " is no object");
    }
}
