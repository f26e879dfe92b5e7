package dev.jeton.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Writes maps and lists so that {@link JsonReader} reads the same again. */
final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(JsonLimits.DEPTH)
                    .build())
            .build();
    private static final int USUAL_SIZE = 512;

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    static byte[] write(Map<?, ?> object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            new JsonWriter(generator).object(object);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON of depth " + JsonLimits.DEPTH + " at most");
        }
        return out.toByteArray();
    }

    private void object(Map<?, ?> members) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new IllegalArgumentException("the name of a JSON member must be a String");
            }
            generator.writeFieldName(wellFormed(name));
            value(member.getValue());
        }
        generator.writeEndObject();
    }

    private void array(Collection<?> elements) throws IOException {
        generator.writeStartArray();
        for (Object element : elements) {
            value(element);
        }
        generator.writeEndArray();
    }

    private void value(@Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(wellFormed(text));
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Instant instant) {
            numericDate(instant);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> collection) {
            array(collection);
        } else {
            throw unsupported(value);
        }
    }

    private void number(Number number) throws IOException {
        if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            generator.writeNumber(number.longValue());
        } else if (number instanceof BigInteger integer) {
            generator.writeNumber(bounded(integer.toString()));
        } else if (number instanceof BigDecimal decimal) {
            decimal(decimal);
        } else if (number instanceof Double || number instanceof Float) {
            decimal(exactly(number));
        } else {
            throw unsupported(number);
        }
    }

    private void decimal(BigDecimal decimal) throws IOException {
        if (!JsonLimits.inRange(decimal)) {
            throw new IllegalArgumentException("a number is out of the range of JSON numbers");
        }
        generator.writeNumber(bounded(decimal.toString()));
    }

    /** The shortest decimal that is read back as this floating-point number. */
    private static BigDecimal exactly(Number number) {
        double value = number.doubleValue();
        boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
        if (!Double.isFinite(value) || negativeZero) {
            throw new IllegalArgumentException("JSON has no number for " + number);
        }
        return new BigDecimal(number.toString());
    }

    /** A NumericDate (RFC 7519 §2): seconds, with a fraction only where there is one. */
    private void numericDate(Instant instant) throws IOException {
        if (instant.getNano() == 0) {
            generator.writeNumber(instant.getEpochSecond());
        } else {
            decimal(BigDecimal.valueOf(instant.getEpochSecond())
                    .add(BigDecimal.valueOf(instant.getNano(), 9))
                    .stripTrailingZeros());
        }
    }

    private static String bounded(String number) {
        if (number.length() > JsonLimits.NUMBER_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a number has more than " + JsonLimits.NUMBER_CHARACTERS + " characters");
        }
        return number;
    }

    private static String wellFormed(String text) {
        if (!JsonLimits.isWellFormed(text)) {
            throw new IllegalArgumentException("a text holds half of a surrogate pair");
        }
        return text;
    }

    private static IllegalArgumentException unsupported(Object value) {
        return new IllegalArgumentException(
                "JSON has no form for " + value.getClass().getName());
    }
}
