package dev.jeton.compat;

import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** JSON of any kind, read and written by the core's one strict reader of objects. */
final class JsonText {
    private static final String MEMBER = "v";

    private JsonText() {}

    /** A JSON value that may be null itself. */
    record Value(@Nullable Object value) {}

    /** The value that the bytes stand for, or empty when they are no strict JSON. */
    static Optional<Value> read(byte[] utf8) {
        ByteArrayOutputStream object = new ByteArrayOutputStream(utf8.length + 8);
        object.writeBytes("{\"v\":".getBytes(StandardCharsets.US_ASCII));
        object.writeBytes(utf8);
        object.write('}');
        try {
            Map<String, @Nullable Object> members =
                    Json.readObject(object.toByteArray(), 0, object.size());
            return members.size() == 1
                    ? Optional.of(new Value(members.get(MEMBER)))
                    : Optional.empty();
        } catch (JsonException noJson) {
            return Optional.empty();
        }
    }

    static String write(Map<String, ? extends @Nullable Object> object) {
        return new String(Json.write(object), StandardCharsets.UTF_8);
    }
}
