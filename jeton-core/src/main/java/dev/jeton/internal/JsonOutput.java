package dev.jeton.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 that grows. */
final class JsonOutput {
    private static final int USUAL_SIZE = 384;
    private static final int LONGEST_ESCAPE = 6;
    private static final int LONG = 16;
    private static final String HEX = "0123456789ABCDEF";

    /** For each character below the blank, the letter of its short escape (RFC 8259 §7), or a blank where it has none. */
    private static final String SHORT = "        btn fr                  ";

    private byte[] bytes = new byte[USUAL_SIZE];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void ascii(char character) {
        reserve(1);
        put(character);
    }

    /** A comma, unless nothing has come since what is around it was opened. */
    void separateFrom(char opening) {
        if (bytes[size - 1] != opening) {
            ascii(',');
        }
    }

    /** A whole number; of one that is an int, the digits from the last to the first, two at a time. */
    void number(long number) {
        if (number < 0 || number > Integer.MAX_VALUE) {
            ascii(Long.toString(number));
            return;
        }
        int digits = digits(number);
        reserve(digits);
        size += digits;
        int at = size;
        int rest = (int) number;
        while (rest >= 100) {
            int two = rest % 100;
            rest /= 100;
            at -= 2;
            digits(at, two);
        }
        if (rest >= 10) {
            digits(at - 2, rest);
        } else {
            bytes[at - 1] = (byte) ('0' + rest);
        }
    }

    private void digits(int at, int two) {
        bytes[at] = (byte) ('0' + two / 10);
        bytes[at + 1] = (byte) ('0' + two % 10);
    }

    private static int digits(long number) {
        int digits = 1;
        for (long power = 10; number >= power; power *= 10) {
            digits++;
        }
        return digits;
    }

    @SuppressWarnings("deprecation") // the one copy without a detour; of ASCII it drops nothing
    void ascii(String text) {
        int length = text.length();
        reserve(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    /** The name of a member, with what separates it from others and from its value. */
    void name(String name) {
        separateFrom('{');
        long letters = KnownNames.letters(name);
        if (letters == 0) {
            text(name);
        } else {
            reserve(Long.BYTES + 3);
            put('"');
            PlainText.put(bytes, size, letters);
            size += name.length();
            put('"');
        }
        ascii(':');
    }

    /** A string with its quotes. */
    void text(String text) {
        int length = text.length();
        reserve(length + 2);
        put('"');
        if (length < LONG) {
            few(text);
        } else {
            many(text);
        }
        put('"');
    }

    private void few(String text) {
        int length = text.length();
        int i = 0;
        for (; i < length && isPlain(text.charAt(i)); i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += i;
        if (i < length) {
            mixed(text, i);
        }
    }

    /** By its bytes. Half of a surrogate pair is a question mark there, so one that stands for itself takes the other way too. */
    private void many(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (PlainText.isPlainWithout(utf8, (byte) '?')) {
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
        } else {
            mixed(text, 0);
        }
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
    }

    /** The rest of a string in which not every character stands for itself. */
    private void mixed(String text, int from) {
        if (!JsonLimits.isWellFormed(text)) {
            throw new IllegalArgumentException("a text holds half of a surrogate pair");
        }
        for (int i = from, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            reserve(LONGEST_ESCAPE + 1);
            if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c < ' ') {
                escape(c);
            } else {
                utf8(c);
            }
        }
    }

    private void escape(int control) {
        put('\\');
        char letter = SHORT.charAt(control);
        if (letter != ' ') {
            put(letter);
            return;
        }
        put('u');
        put('0');
        put('0');
        put(HEX.charAt(control >> 4));
        put(HEX.charAt(control & 0xF));
    }

    private void utf8(int c) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | c >> 6);
            rest(c, 0);
        } else if (c < 0x10000) {
            put(0xE0 | c >> 12);
            rest(c, 6);
            rest(c, 0);
        } else {
            put(0xF0 | c >> 18);
            rest(c, 12);
            rest(c, 6);
            rest(c, 0);
        }
    }

    private void rest(int c, int shift) {
        put(0x80 | c >> shift & 0x3F);
    }

    private void put(int octet) {
        bytes[size++] = (byte) octet;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
