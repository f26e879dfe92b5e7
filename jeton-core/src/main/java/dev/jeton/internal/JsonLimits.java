package dev.jeton.internal;

import java.math.BigDecimal;

/** What both the reader and the writer hold to. */
final class JsonLimits {
    static final int DEPTH = 32;
    static final int NUMBER_CHARACTERS = 32;

    private static final int GREATEST_EXPONENT = 308;
    private static final int LEAST_EXPONENT = -324;

    private JsonLimits() {}

    /** Whether its decimal exponent is one that an IEEE 754 double can have (RFC 8259 §6). */
    static boolean inRange(BigDecimal number) {
        long exponent = (long) number.precision() - number.scale() - 1;
        return exponent >= LEAST_EXPONENT && exponent <= GREATEST_EXPONENT;
    }

    /** Whether every surrogate is one half of a pair. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                return false;
            }
            i++;
        }
        return true;
    }
}
