package dev.jeton.testkit.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;

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

    boolean hasValueOf(JsonNumber other) {
        return text.equals(other.text) || value().compareTo(other.value()) == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
