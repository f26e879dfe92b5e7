package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes maps and lists so that {@link JsonReader} reads the same again. */
final class JsonWriter {
    private final JsonOutput out = new JsonOutput();
    private int depth;

    private JsonWriter() {}

    static byte[] write(Map<?, ?> object) {
        JsonWriter writer = new JsonWriter();
        writer.object(object);
        return writer.out.toBytes();
    }

    static byte[] write(Consumer<BiConsumer<String, @Nullable Object>> members) {
        JsonWriter writer = new JsonWriter();
        writer.enter('{');
        members.accept(writer::member);
        writer.leave('}');
        return writer.out.toBytes();
    }

    private void object(Map<?, ?> members) {
        enter('{');
        members.forEach(this::member);
        leave('}');
    }

    private void member(@Nullable Object name, @Nullable Object value) {
        if (!(name instanceof String text)) {
            throw new IllegalArgumentException("the name of a JSON member must be a String");
        }
        out.name(text);
        value(value);
    }

    private void array(Collection<?> elements) {
        enter('[');
        for (Object element : elements) {
            out.separateFrom('[');
            value(element);
        }
        leave(']');
    }

    private void enter(char opening) {
        if (++depth > JsonLimits.DEPTH) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON of depth " + JsonLimits.DEPTH + " at most");
        }
        out.ascii(opening);
    }

    private void leave(char closing) {
        depth--;
        out.ascii(closing);
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.ascii("null");
        } else if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Boolean bool) {
            out.ascii(bool ? "true" : "false");
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

    private void number(Number number) {
        if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            out.number(number.longValue());
        } else if (number instanceof BigInteger integer) {
            out.ascii(bounded(integer.toString()));
        } else if (number instanceof BigDecimal decimal) {
            decimal(decimal);
        } else if (number instanceof Double || number instanceof Float) {
            decimal(exactly(number));
        } else {
            throw unsupported(number);
        }
    }

    private void decimal(BigDecimal decimal) {
        if (!JsonLimits.inRange(decimal)) {
            throw new IllegalArgumentException("a number is out of the range of JSON numbers");
        }
        out.ascii(bounded(decimal.toString()));
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
    private void numericDate(Instant instant) {
        if (instant.getNano() == 0) {
            out.number(instant.getEpochSecond());
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

    private static IllegalArgumentException unsupported(Object value) {
        return new IllegalArgumentException(
                "JSON has no form for " + value.getClass().getName());
    }
}
