package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** NumericDates (RFC 7519 §2) in milliseconds since the epoch; range-checked before anything is converted. */
final class NumericDates {
    /** No date: the value is not a NumericDate. */
    static final long MISTYPED = Long.MIN_VALUE;

    /** No date: the value is a number outside the years 1970 to 9999. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE + 1;

    /** Earlier than every date. */
    static final long LONG_AGO = Long.MIN_VALUE + 2;

    /** Later than every date. */
    static final long NEVER = Long.MAX_VALUE;

    /** The last second of the year 9999. */
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final long LAST_SECOND = LAST.getEpochSecond();
    private static final BigDecimal LAST_DECIMAL = BigDecimal.valueOf(LAST_SECOND);
    private static final BigDecimal FARTHEST = BigDecimal.TEN.pow(18);
    private static final int MOST_DIGITS = 18;

    private NumericDates() {}

    /** Milliseconds, or {@link #MISTYPED} or {@link #OUT_OF_RANGE}. */
    static long millis(@Nullable Object value) {
        if (value instanceof Long seconds) {
            return seconds < 0 || seconds > LAST_SECOND ? OUT_OF_RANGE : seconds * 1000;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() < 0 || decimal.compareTo(LAST_DECIMAL) > 0
                    ? OUT_OF_RANGE
                    : millisOf(decimal);
        }
        return value instanceof BigInteger ? OUT_OF_RANGE : MISTYPED;
    }

    /** A tiny number is told by its exponent, for setting its scale would build all of its digits. */
    private static long millisOf(BigDecimal inRange) {
        boolean belowOneMilli = (long) inRange.precision() - inRange.scale() < -2;
        return belowOneMilli
                ? 0
                : inRange.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValue();
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

    /** The number that a string of a sign, where there is one, and 1 to 18 ASCII digits stands for, or the value as it is. */
    static @Nullable Object digits(@Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return value;
        }
        int first = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = text.length() - first;
        boolean isNumber = digits >= 1
                && digits <= MOST_DIGITS
                && text.chars().skip(first).allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? (Object) Long.valueOf(text) : value;
    }

    static Optional<Instant> instant(@Nullable Object value) {
        long millis = millis(value);
        return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** Whether this time has a NumericDate that {@link #millis} reads. */
    static boolean isInRange(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST);
    }

    /** Whether the time that lies so far from {@code start}, a whole second in range, is in range too. */
    static boolean isInRange(Instant start, Duration away) {
        long second = start.getEpochSecond();
        long seconds = away.getSeconds();
        return seconds >= -second
                && (seconds < LAST_SECOND - second
                        || seconds == LAST_SECOND - second && away.getNano() == 0);
    }
}
