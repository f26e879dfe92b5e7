package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** The characters of a document, and the strings, numbers and literals that they make (RFC 8259 §3, §6, §7). */
final class JsonScanner {
    /** Comes after the last character. */
    static final int END = -1;

    private static final int BEYOND_ASCII = -2;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final int DIGITS_OF_AN_EXPONENT = 3;

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean utf8;

    JsonScanner(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.end = end;
        this.at = start;
    }

    /** The character that comes next after white space; it stays where it is. */
    int next() {
        int found = here();
        while (found == ' ' || found == '\n' || found == '\r' || found == '\t') {
            at++;
            found = here();
        }
        return found;
    }

    void skip() {
        at++;
    }

    private int here() {
        if (at >= end) {
            return END;
        }
        int found = bytes[at];
        return found < 0 ? BEYOND_ASCII : found;
    }

    @Nullable
    Boolean literal(String spelt, @Nullable Boolean value) {
        if (!isSpelt(spelt)) {
            throw new JsonException("not a value");
        }
        return value;
    }

    private boolean isSpelt(String expected) {
        for (int i = 0; i < expected.length(); i++, at++) {
            if (here() != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The string that opens here, as the name of a member; usual names are not made anew. */
    String name() {
        int from = scanPlain();
        if (here() != '"') {
            return mixed(from);
        }
        String known = KnownNames.find(bytes, from, at);
        return known == null ? plain(from) : closed(known);
    }

    /** The string that opens here. */
    String text() {
        int from = scanPlain();
        return here() == '"' ? plain(from) : mixed(from);
    }

    /** Goes to the first character of a string that does not stand for itself, and answers where the string began. */
    private int scanPlain() {
        int from = at + 1;
        at = PlainText.end(bytes, from, end);
        return from;
    }

    private String plain(int from) {
        return closed(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
    }

    private String closed(String text) {
        at++;
        return text;
    }

    /** A string with escapes or with characters beyond ASCII. */
    private String mixed(int from) {
        StringBuilder text = new StringBuilder(at - from + 16);
        at = from;
        while (here() != '"') {
            if (here() == '\\') {
                at++;
                escape(text);
            } else {
                raw(text);
            }
        }
        return closed(text.toString());
    }

    /** What stands for itself up to the next escape or the end of the string. */
    private void raw(StringBuilder text) {
        int from = at;
        at = PlainText.end(bytes, from, end);
        while (here() == BEYOND_ASCII) {
            checkUtf8();
            at = PlainText.end(bytes, at + 1, end);
        }
        if (at == from) {
            throw new JsonException("a string with a control character or without an end");
        }
        text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
    }

    /** Once, from the first character beyond ASCII to the end of the document. */
    private void checkUtf8() {
        if (!utf8 && !PlainText.isUtf8(bytes, at, end)) {
            throw new JsonException("not UTF-8");
        }
        utf8 = true;
    }

    private void escape(StringBuilder text) {
        int found = here();
        at++;
        switch (found) {
            case '"', '\\', '/' -> text.append((char) found);
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> codeUnits(text);
            default -> throw new JsonException("an escape that JSON does not have");
        }
    }

    /** One code unit, or the two of a surrogate pair: a half alone stands for no character. */
    private void codeUnits(StringBuilder text) {
        char first = codeUnit();
        text.append(first);
        if (!Character.isSurrogate(first)) {
            return;
        }
        char second = isSpelt("\\u") ? codeUnit() : 0;
        if (!Character.isSurrogatePair(first, second)) {
            throw new JsonException("a lone surrogate");
        }
        text.append(second);
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = Character.digit(here(), 16);
            if (digit < 0) {
                throw new JsonException("an escape without four hexadecimal digits");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    /** The number that begins here: a Long or BigInteger where it has neither fraction nor exponent, else a BigDecimal. */
    Number number() {
        int from = at;
        boolean negative = here() == '-';
        if (negative) {
            at++;
        }
        int first = at;
        boolean leadingZero = here() == '0';
        long value = digits();
        int digits = at - first;
        boolean whole = !fraction() & !exponent();
        if (leadingZero && digits > 1 || at - from > JsonLimits.NUMBER_CHARACTERS) {
            throw new JsonException("a number with a zero in front or with too many characters");
        }
        if (whole && digits <= DIGITS_OF_A_LONG && (value != 0 || !negative)) {
            return negative ? -value : value;
        }
        String text = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        return whole ? JsonNumbers.integer(text) : JsonNumbers.decimal(text);
    }

    private boolean fraction() {
        if (here() != '.') {
            return false;
        }
        at++;
        digits();
        return true;
    }

    private boolean exponent() {
        if (here() != 'e' && here() != 'E') {
            return false;
        }
        at++;
        if (here() == '+' || here() == '-') {
            at++;
        }
        while (here() == '0' && digitFollows()) {
            at++;
        }
        int significant = at;
        digits();
        if (at - significant > DIGITS_OF_AN_EXPONENT) {
            throw new JsonException("a number out of range");
        }
        return true;
    }

    private boolean digitFollows() {
        return at + 1 < end && bytes[at + 1] >= '0' && bytes[at + 1] <= '9';
    }

    /** At least one digit; what they are worth where a long holds it. */
    private long digits() {
        int first = at;
        long value = 0;
        for (int digit = here() - '0'; digit >= 0 && digit <= 9; digit = here() - '0') {
            value = 10 * value + digit;
            at++;
        }
        if (at == first) {
            throw new JsonException("a number without a digit where one must be");
        }
        return value;
    }
}
