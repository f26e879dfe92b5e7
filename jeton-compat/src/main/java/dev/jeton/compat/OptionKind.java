package dev.jeton.compat;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What values an option takes; reads a given value, be it of the fitting Java type or text. */
enum OptionKind {
    /** {@code String}, or null. */
    TEXT("a text") {
        @Override
        @Nullable
        Object read(@Nullable Object value) {
            return value == null ? null : text(value);
        }
    },
    /** {@code Boolean}. */
    SWITCH("true or false") {
        @Override
        Object read(@Nullable Object value) {
            if (value instanceof Boolean) {
                return value;
            }
            return switch (text(value).toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes", "on" -> true;
                case "false", "0", "no", "off" -> false;
                default -> throw new IllegalArgumentException();
            };
        }
    },
    /** {@code Duration} longer than nothing, or null for ever. */
    LIFETIME("seconds greater than 0, or false for tokens that never expire") {
        @Override
        @Nullable
        Object read(@Nullable Object value) {
            if (value == null
                    || value.equals(false)
                    || "false".equalsIgnoreCase(value.toString())) {
                return null;
            }
            Duration life = seconds(value);
            if (life.isZero() || life.isNegative()) {
                throw new IllegalArgumentException();
            }
            return life;
        }
    },
    /** {@code Duration} of no negative length, or null. */
    SECONDS("seconds, none negative") {
        @Override
        @Nullable
        Object read(@Nullable Object value) {
            Duration time = value == null ? null : seconds(value);
            if (time != null && time.isNegative()) {
                throw new IllegalArgumentException();
            }
            return time;
        }
    },
    /** {@code String} or {@code List<String>}, as given, or null. */
    TEXT_OR_TEXTS("a text or a list of texts") {
        @Override
        @Nullable
        Object read(@Nullable Object value) {
            return value == null || value instanceof String ? value : TEXTS.read(value);
        }
    },
    /** {@code List<String>}; a text is one with commas between its members, null and "" are empty. */
    TEXTS("a text or a list of texts") {
        @Override
        Object read(@Nullable Object value) {
            if (value instanceof Collection<?> many) {
                return many.stream().map(OptionKind::text).toList();
            }
            if (value == null || value.equals("")) {
                return List.of();
            }
            return List.of(text(value).split("\\s*,\\s*"));
        }
    };

    private final String description;

    OptionKind(String description) {
        this.description = description;
    }

    /** What the option takes, for error messages. */
    String description() {
        return description;
    }

    /** The value, or an IllegalArgumentException when it is of no use. */
    abstract @Nullable Object read(@Nullable Object value);

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException();
    }

    private static Duration seconds(Object value) {
        if (value instanceof Duration duration) {
            return duration;
        }
        if (!(value instanceof Number) && !(value instanceof String)) {
            throw new IllegalArgumentException();
        }
        BigDecimal seconds = new BigDecimal(value.toString());
        try {
            return Duration.ofMillis(seconds.movePointRight(3).longValueExact());
        } catch (ArithmeticException outOfRange) {
            throw new IllegalArgumentException(outOfRange);
        }
    }
}
