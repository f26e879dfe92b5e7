package dev.jeton.internal;

import java.util.Arrays;

/** UTF-8 that grows. */
final class JsonOutput {
    private static final int USUAL_SIZE = 512;
    private static final int LONGEST_ESCAPE = 6;
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

    void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /** A string with its quotes. */
    void text(String text) {
        int length = text.length();
        reserve(length + 2);
        put('"');
        int i = 0;
        for (; i < length && isPlain(text.charAt(i)); i++) {
            put(text.charAt(i));
        }
        if (i < length) {
            mixed(text, i);
        }
        put('"');
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
