package dev.jeton.compat;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * base64url as the predecessors' decoder reads it: foreign characters are skipped, missing padding is supplied. For the wording of
 * refusals only.
 */
final class LenientBase64 {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    private int bits;
    private int characters;
    private int padding;

    private LenientBase64() {}

    /** The bytes, or null when no number of bytes is written so. */
    static byte @Nullable [] decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String padded = new String(bytes, StandardCharsets.ISO_8859_1)
                + "=".repeat((4 - bytes.length % 4) % 4);
        LenientBase64 decoder = new LenientBase64();
        int read = 0;
        while (read < padded.length() && !decoder.endsWith(padded.charAt(read))) {
            read++;
        }
        return read < padded.length() || decoder.characters == 0
                ? decoder.decoded.toByteArray()
                : null;
    }

    /** Takes one character; true when the padding is complete and nothing more counts. */
    private boolean endsWith(char c) {
        if (c == '=') {
            return characters >= 2 && characters + ++padding >= 4;
        }
        int value = value(c);
        if (value >= 0) {
            padding = 0;
            take(value);
        }
        return false;
    }

    private void take(int value) {
        bits = bits << 6 | value;
        if (characters > 0) {
            decoded.write(bits >> (6 - 2 * characters));
        }
        characters = (characters + 1) % 4;
    }

    private static int value(char c) {
        return switch (c) {
            case '-', '+' -> 62;
            case '_', '/' -> 63;
            default -> ALPHABET.indexOf(c);
        };
    }
}
