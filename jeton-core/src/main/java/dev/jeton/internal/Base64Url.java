package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** base64url without padding, white space or spare bits (RFC 7515 §2, RFC 4648 §3.5): one text for each value. */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final byte[] VALUES = valuesByCharacter();

    private Base64Url() {}

    /** The bytes of {@code text[from, to)}, or null when it is not canonical base64url. */
    public static byte @Nullable [] decode(byte[] ascii, int from, int to) {
        int tail = (to - from) % 4;
        if (tail == 1) {
            return null;
        }
        int whole = to - tail;
        byte[] out = new byte[(to - from) * 3 / 4];
        int refused = 0;
        int at = 0;
        for (int i = from; i < whole; i += 4, at += 3) {
            int bits = value(ascii[i]) << 18
                    | value(ascii[i + 1]) << 12
                    | value(ascii[i + 2]) << 6
                    | value(ascii[i + 3]);
            refused |= bits;
            out[at] = (byte) (bits >> 16);
            out[at + 1] = (byte) (bits >> 8);
            out[at + 2] = (byte) bits;
        }
        if (tail > 0) {
            refused |= decodeTail(ascii, whole, tail, out, at);
        }
        return refused < 0 ? null : out;
    }

    /**
     * As {@link #decode(byte[], int, int)} and faster, for the platform's decoder does the work; dear only where it
     * refuses, so for text whose signature holds.
     */
    public static byte @Nullable [] decodeSigned(byte[] ascii, int from, int to) {
        if (from < to && !endsCanonically(ascii, from, to)) {
            return null;
        }
        try {
            return DECODER.decode(ByteBuffer.wrap(ascii, from, to - from)).array();
        } catch (IllegalArgumentException e) { // a character outside the alphabet, or one too many
            return null;
        }
    }

    /** Whether the last character is no padding and leaves no bit over: what the platform's decoder lets pass. */
    private static boolean endsCanonically(byte[] ascii, int from, int to) {
        int last = value(ascii[to - 1]);
        int spareBits = switch ((to - from) % 4) {
            case 2 -> 0xF;
            case 3 -> 0x3;
            default -> 0;
        };
        return last >= 0 && (last & spareBits) == 0;
    }

    /** Two or three last characters; negative when one is refused or a bit beyond the last whole byte is set. */
    private static int decodeTail(byte[] ascii, int from, int tail, byte[] out, int at) {
        int third = tail == 3 ? value(ascii[from + 2]) : 0;
        int bits = value(ascii[from]) << 12 | value(ascii[from + 1]) << 6 | third;
        out[at] = (byte) (bits >> 10);
        if (tail == 3) {
            out[at + 1] = (byte) (bits >> 2);
        }
        boolean spare = (bits & (tail == 3 ? 0x3 : 0x3FF)) != 0;
        return spare ? -1 : bits;
    }

    /** The bytes of {@code text}, or null when it is not canonical base64url. */
    public static byte @Nullable [] decode(String text) {
        byte[] ascii = text.getBytes(
                StandardCharsets.ISO_8859_1); // anything beyond becomes '?', which is refused
        return decode(ascii, 0, ascii.length);
    }

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** How many characters so many bytes are. */
    public static int encodedLength(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /** As {@link #encode(byte[])}, in ASCII bytes. */
    public static byte[] encodeToAscii(byte[] bytes) {
        return ENCODER.encode(bytes);
    }

    private static int value(byte character) {
        return VALUES[character & 0xFF];
    }

    private static byte[] valuesByCharacter() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }
}
