package dev.jeton.internal;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of JSON syntax that are more than a few digits: exactly what they say, or refused. */
final class JsonNumbers {
    private JsonNumbers() {}

    static Number integer(String text) {
        BigInteger value = new BigInteger(text);
        refuseNegativeZero(value.signum(), text);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        refuseNegativeZero(value.signum(), text);
        if (!JsonLimits.inRange(value)) {
            throw new JsonException("a number out of range");
        }
        return value;
    }

    private static void refuseNegativeZero(int signum, String text) {
        if (signum == 0 && text.charAt(0) == '-') {
            throw new JsonException("a negative zero");
        }
    }
}
