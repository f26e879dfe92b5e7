package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads one document into maps and lists: its structure. {@link JsonScanner} reads what stands in it. */
final class JsonReader {
    private static final int USUAL_ELEMENTS = 4;

    private final JsonScanner scanner;
    private int depth;

    private JsonReader(JsonScanner scanner) {
        this.scanner = scanner;
    }

    static Map<String, @Nullable Object> read(byte[] utf8, int offset, int length) {
        JsonScanner scanner = new JsonScanner(utf8, offset, offset + length);
        if (scanner.next() != '{') {
            throw new JsonException("not an object");
        }
        Map<String, @Nullable Object> object = new JsonReader(scanner).object();
        if (scanner.next() != JsonScanner.END) {
            throw new JsonException("text after the object");
        }
        return object;
    }

    private Map<String, @Nullable Object> object() {
        JsonMembers members = new JsonMembers();
        for (boolean more = enter('}'); more; more = goesOn('}')) {
            if (scanner.next() != '"') {
                throw new JsonException("a member without a name");
            }
            String name = scanner.name();
            if (scanner.next() != ':') {
                throw new JsonException("a member without a value");
            }
            scanner.skip();
            members.add(name, value());
        }
        return members.toMap();
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>(USUAL_ELEMENTS);
        for (boolean more = enter(']'); more; more = goesOn(']')) {
            elements.add(value());
        }
        return Collections.unmodifiableList(elements);
    }

    private @Nullable Object value() {
        return switch (scanner.next()) {
            case '"' -> scanner.text();
            case '{' -> object();
            case '[' -> array();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanner.number();
            case 't' -> scanner.literal("true", Boolean.TRUE);
            case 'f' -> scanner.literal("false", Boolean.FALSE);
            case 'n' -> scanner.literal("null", null);
            default -> throw new JsonException("not a value");
        };
    }

    /** Steps over the opening bracket; whether there is anything before the closing one. */
    private boolean enter(char closing) {
        if (++depth > JsonLimits.DEPTH) {
            throw new JsonException("nested too deeply");
        }
        scanner.skip();
        return scanner.next() != closing || leave();
    }

    /** Steps over a comma, after which something must follow, or over the closing bracket. */
    private boolean goesOn(char closing) {
        int found = scanner.next();
        if (found == closing) {
            return leave();
        }
        if (found != ',') {
            throw new JsonException("neither a comma nor an end");
        }
        scanner.skip();
        return true;
    }

    private boolean leave() {
        scanner.skip();
        depth--;
        return false;
    }
}
