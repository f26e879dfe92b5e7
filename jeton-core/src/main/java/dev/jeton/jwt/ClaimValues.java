package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON values as the Java types that an application asks for. */
final class ClaimValues {
    private static final Set<Class<?>> AS_THEY_ARE =
            Set.of(Object.class, String.class, Boolean.class, Number.class, List.class, Map.class);

    private ClaimValues() {}

    /** The value as this type, or null where it is of another kind or does not fit exactly. */
    static <T> @Nullable T as(Class<T> type, @Nullable Object value) {
        Object converted;
        if (AS_THEY_ARE.contains(type)) {
            converted = value;
        } else if (type == Instant.class) {
            converted = NumericDates.instant(value).orElse(null);
        } else {
            converted = number(type, value);
        }
        return type.isInstance(converted) ? type.cast(converted) : null;
    }

    private static @Nullable Object number(Class<?> type, @Nullable Object value) {
        if (type == Long.class) {
            return value instanceof Long ? value : exactly(value, BigDecimal::longValueExact);
        } else if (type == Integer.class) {
            return exactly(value, BigDecimal::intValueExact);
        } else if (type == Double.class) {
            return value instanceof Number number ? finite(number.doubleValue()) : null;
        } else if (type == BigDecimal.class) {
            return exactly(value, decimal -> decimal);
        } else if (type == BigInteger.class) {
            return exactly(value, BigDecimal::toBigIntegerExact);
        }
        throw new IllegalArgumentException(
                "a claim is never a " + type.getName()
                        + ": ask for String, Boolean, Integer, Long, Double, BigInteger, BigDecimal, Instant, List or Map");
    }

    private static @Nullable Object exactly(@Nullable Object value, Conversion conversion) {
        if (!(value instanceof Number number)) {
            return null;
        }
        BigDecimal decimal =
                number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        try {
            return conversion.of(decimal);
        } catch (ArithmeticException doesNotFit) {
            return null;
        }
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Throws {@link ArithmeticException} where information would be lost. */
    @FunctionalInterface
    private interface Conversion {
        Object of(BigDecimal decimal);
    }
}
