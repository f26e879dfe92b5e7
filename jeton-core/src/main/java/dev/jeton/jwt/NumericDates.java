package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** NumericDates (RFC 7519 §2) in milliseconds since the epoch; range-checked before anything is converted. */
final class NumericDates {
    /** No date: the value is not a NumericDate. */
    static final long MISTYPED = Long.MIN_VALUE;

    /** No date: the value is a number outside the years 1970 to 9999. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE + 1;

    /** Later than every date. */
    static final long NEVER = Long.MAX_VALUE;

    /** Earlier than every date. */
    static final long LONG_AGO = Long.MIN_VALUE + 2;

    private static final long LAST_SECOND = 253_402_300_799L; // 9999-12-31T23:59:59Z
    private static final BigDecimal LAST = BigDecimal.valueOf(LAST_SECOND);
    private static final BigDecimal FARTHEST = BigDecimal.TEN.pow(18);

    private NumericDates() {}

    /** Milliseconds, or {@link #MISTYPED} or {@link #OUT_OF_RANGE}. */
    static long millis(@Nullable Object value) {
        if (value instanceof Long seconds) {
            return seconds < 0 || seconds > LAST_SECOND ? OUT_OF_RANGE : seconds * 1000;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() < 0 || decimal.compareTo(LAST) > 0
                    ? OUT_OF_RANGE
                    : decimal.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValue();
        }
        return value instanceof BigInteger ? OUT_OF_RANGE : MISTYPED;
    }

    /** As {@link #millis}, a number of up to 18 digits that is out of range becoming {@link #LONG_AGO} or {@link #NEVER}. */
    static long anyMillis(@Nullable Object value) {
        long millis = millis(value);
        if (millis != OUT_OF_RANGE
                || value instanceof BigInteger
                || value instanceof BigDecimal decimal && decimal.abs().compareTo(FARTHEST) > 0) {
            return millis;
        }
        boolean negative = value instanceof Long seconds
                ? seconds < 0
                : value instanceof BigDecimal decimal && decimal.signum() < 0;
        return negative ? LONG_AGO : NEVER;
    }

    /** The number that a string of 1 to 18 ASCII digits stands for, or the value as it is. */
    static @Nullable Object digits(@Nullable Object value) {
        boolean isNumber = value instanceof String text
                && !text.isEmpty()
                && text.length() <= 18
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? (Object) Long.valueOf((String) value) : value;
    }

    static Optional<Instant> instant(@Nullable Object value) {
        long millis = millis(value);
        return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
