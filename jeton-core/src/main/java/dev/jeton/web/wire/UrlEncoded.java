package dev.jeton.web.wire;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code application/x-www-form-urlencoded} text of queries and forms: pairs between ampersands, strict UTF-8 in strict escapes. */
final class UrlEncoded {
    private UrlEncoded() {}

    /** The decoded values of this name, in order; null when one of them cannot be decoded. */
    static @Nullable List<String> values(String raw, String name) {
        List<String> values = List.of();
        for (int start = 0; start <= raw.length(); ) {
            int end = endOfPair(raw, start);
            int equals = equalsSign(raw, start, end);
            if (name.equals(decode(raw, start, equals))) {
                String value = equals == end ? "" : decode(raw, equals + 1, end);
                if (value == null) {
                    return null;
                }
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(value);
            }
            start = end + 1;
        }
        return values;
    }

    /** Whether there is a {@code name[]}, {@code name[0]} or the like. */
    static boolean hasArray(String raw, String name) {
        String prefix = name + "[";
        for (int start = 0; start <= raw.length(); ) {
            int end = endOfPair(raw, start);
            String decoded = decode(raw, start, equalsSign(raw, start, end));
            if (decoded != null && decoded.startsWith(prefix)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static int endOfPair(String raw, int start) {
        int ampersand = raw.indexOf('&', start);
        return ampersand < 0 ? raw.length() : ampersand;
    }

    private static int equalsSign(String raw, int start, int end) {
        int equals = raw.indexOf('=', start);
        return equals < 0 || equals > end ? end : equals;
    }

    /** The text, or null for a broken escape, a character beyond ASCII, or bytes that are no UTF-8. */
    private static @Nullable String decode(String raw, int from, int to) {
        byte[] bytes = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            char c = raw.charAt(at);
            int octet = c == '%' ? escaped(raw, at, to) : c == '+' ? ' ' : c;
            if (octet < 0 || c > 0x7f) {
                return null;
            }
            at += c == '%' ? 2 : 0;
            bytes[length++] = (byte) octet;
        }
        return utf8(bytes, length);
    }

    private static int escaped(String raw, int percent, int to) {
        return percent + 2 < to
                ? hex(raw.charAt(percent + 1)) << 4 | hex(raw.charAt(percent + 2))
                : -1;
    }

    /** -1 for a character that is no hex digit of ASCII. */
    private static int hex(char c) {
        return c > 0x7f ? -1 : Character.digit(c, 16);
    }

    private static @Nullable String utf8(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
