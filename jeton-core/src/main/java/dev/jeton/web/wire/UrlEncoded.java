package dev.jeton.web.wire;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** {@code application/x-www-form-urlencoded} text of queries and forms: pairs between ampersands, strict UTF-8 in strict escapes. */
final class UrlEncoded {
    private UrlEncoded() {}

    /** The decoded values of this name, in order; null when one of them cannot be decoded. */
    static @Nullable List<String> values(String raw, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        List<String> values = List.of();
        int start = 0;
        int end;
        do {
            end = endOfPair(raw, start);
            int equals = equalsSign(raw, start, end);
            if (begins(raw, start, equals, wanted) == equals) {
                String value = equals == end ? "" : decode(raw, equals + 1, end);
                if (value == null) {
                    return null;
                }
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(value);
            }
            start = end + 1;
        } while (end < raw.length());
        return values;
    }

    /** Whether there is a {@code name[]}, {@code name[0]} or the like. */
    static boolean hasArray(String raw, String name) {
        byte[] prefix = (name + "[").getBytes(StandardCharsets.UTF_8);
        int start = 0;
        int end;
        do {
            end = endOfPair(raw, start);
            if (begins(raw, start, equalsSign(raw, start, end), prefix) != -1) {
                return true;
            }
            start = end + 1;
        } while (end < raw.length());
        return false;
    }

    private static int endOfPair(String raw, int start) {
        int ampersand = raw.indexOf('&', start);
        return ampersand < 0 ? raw.length() : ampersand;
    }

    private static int equalsSign(String raw, int start, int end) {
        int equals = raw.indexOf('=', start);
        return equals < 0 ? end : Math.min(equals, end);
    }

    /** Where the text goes on behind these decoded octets, or -1 when it does not begin with them; makes nothing, for pairs may be many. */
    private static int begins(String raw, int from, int to, byte[] octets) {
        int at = from;
        for (byte octet : octets) {
            if (at >= to || octet(raw, at, to) != (octet & 0xFF)) {
                return -1;
            }
            at += raw.charAt(at) == '%' ? 3 : 1;
        }
        return at;
    }

    /** The octet that stands here, or -1 for a broken escape or a character beyond ASCII. */
    private static int octet(String raw, int at, int to) {
        char c = raw.charAt(at);
        return switch (c) {
            case '%' -> escaped(raw, at, to);
            case '+' -> ' ';
            default -> c > 0x7f ? -1 : c;
        };
    }

    /** The text, or null for a broken escape, a character beyond ASCII, or bytes that are no UTF-8. */
    private static @Nullable String decode(String raw, int from, int to) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int at = from; at < to; at++) {
            char c = raw.charAt(at);
            int octet = octet(raw, at, to);
            if (octet < 0) {
                return null;
            }
            at += c == '%' ? 2 : 0;
            octets.write(octet);
        }
        return utf8(octets.toByteArray());
    }

    private static int escaped(String raw, int percent, int to) {
        return percent + 2 < to
                ? hex(raw.charAt(percent + 1)) << 4 | hex(raw.charAt(percent + 2))
                : -1;
    }

    private static int hex(char c) {
        return HexFormat.isHexDigit(c) ? HexFormat.fromHexDigit(c) : -1;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
