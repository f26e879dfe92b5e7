package dev.jeton.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one document into maps and lists. */
final class JsonReader {
    /** Keeps no member names, for a table of names could be filled from outside. */
    static final JsonFactory FOR_ANYONE = factory(false);

    static final JsonFactory FOR_SIGNED = factory(true);

    private final JsonParser parser;
    private final boolean escapes;

    private JsonReader(JsonParser parser, boolean escapes) {
        this.parser = parser;
        this.escapes = escapes;
    }

    static Map<String, @Nullable Object> read(
            JsonFactory factory, byte[] utf8, int offset, int length) {
        boolean plain = PlainText.isAsciiWithoutEscapes(utf8, offset, offset + length);
        if (!plain && !PlainText.isUtf8(utf8, offset, offset + length)) {
            throw new JsonException("not UTF-8");
        }
        refuseOtherEncodings(utf8, offset, length);
        try (JsonParser parser = factory.createParser(utf8, offset, length)) {
            return new JsonReader(parser, !plain).document();
        } catch (IOException | NumberFormatException e) { // the latter for exponents beyond an int
            throw new JsonException("not JSON");
        }
    }

    /** The parser takes text that begins with a BOM or holds a NUL near its start for another encoding. */
    private static void refuseOtherEncodings(byte[] utf8, int offset, int length) {
        for (int i = offset; i < offset + Math.min(4, length); i++) {
            if (utf8[i] == 0 || utf8[offset] < 0) {
                throw new JsonException("not UTF-8 without a byte order mark");
            }
        }
    }

    private Map<String, @Nullable Object> document() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonException("not an object");
        }
        Map<String, @Nullable Object> object = object();
        if (parser.nextToken() != null) {
            throw new JsonException("text after the object");
        }
        return object;
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int before = members.size();
            members.put(wellFormed(name), value(parser.nextToken()));
            if (members.size() == before) {
                throw new JsonException("a member stands twice");
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private List<@Nullable Object> array() throws IOException {
        List<@Nullable Object> elements = new ArrayList<>(4);
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            elements.add(value(token));
        }
        return Collections.unmodifiableList(elements);
    }

    private @Nullable Object value(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> wellFormed(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            default -> throw new JsonException("not a value");
        };
    }

    private String wellFormed(String text) {
        if (escapes && !JsonLimits.isWellFormed(text)) {
            throw new JsonException("a lone surrogate");
        }
        return text;
    }

    private Number integer() throws IOException {
        boundLength();
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getBigIntegerValue();
        }
        long value = parser.getLongValue();
        if (value == 0) {
            refuseNegativeZero();
        }
        return value;
    }

    private BigDecimal decimal() throws IOException {
        boundLength();
        BigDecimal value = parser.getDecimalValue();
        if (value.signum() == 0) {
            refuseNegativeZero();
        }
        if (!JsonLimits.inRange(value)) {
            throw new JsonException("a number out of range");
        }
        return value;
    }

    private void boundLength() throws IOException {
        if (parser.getTextLength() > JsonLimits.NUMBER_CHARACTERS) {
            throw new JsonException("a number of too many characters");
        }
    }

    private void refuseNegativeZero() throws IOException {
        if (parser.getText().startsWith("-")) {
            throw new JsonException("a negative zero");
        }
    }

    private static JsonFactory factory(boolean keepsNames) {
        return JsonFactory.builder()
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, keepsNames)
                .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, keepsNames)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(JsonLimits.DEPTH)
                        .maxNumberLength(JsonLimits.NUMBER_CHARACTERS)
                        .build())
                .build();
    }
}
