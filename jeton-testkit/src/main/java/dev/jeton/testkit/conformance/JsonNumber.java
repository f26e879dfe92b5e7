package dev.jeton.testkit.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;

/** A number as it is written, so that it can be sent as it is stated and compared by its value. */
record JsonNumber(String text) {

    static JsonNumber of(BigDecimal value) {
        return new JsonNumber(value.toPlainString());
    }

    BigDecimal value() {
        return new BigDecimal(text);
    }

    boolean isWhole() {
        return text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    }

    Number plain() {
        BigInteger whole = isWhole() ? new BigInteger(text) : null;
        return whole == null
                ? value()
                : whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    /** The number as seconds, to the millisecond. */
    Duration seconds() {
        return Duration.ofMillis(value().movePointRight(3).longValue());
    }

    boolean hasValueOf(JsonNumber other) {
        return text.equals(other.text) || value().compareTo(other.value()) == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
