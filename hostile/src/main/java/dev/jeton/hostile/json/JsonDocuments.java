package dev.jeton.hostile.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Documents out of a seed: objects in every spelling that RFC 8259 knows, half of them spoilt. */
public final class JsonDocuments {
    private static final String[] BLANKS = {"", "", "", " ", "\n", "\r\n", "\t"};
    private static final String[] ESCAPES = {
        "\\n",
        "\\\"",
        "\\\\",
        "\\/",
        "\\b",
        "\\f",
        "\\r",
        "\\t",
        "\\u0000",
        "\\u00e9",
        "\\u20AC",
        "\\ud83d\\ude00"
    };
    private static final String[] CHARACTERS = {
        "a", "b", "Z", "0", " ", "\u00e9", "\u20ac", "\ud83d\ude00", "\u007f", "\u2028", "/", "'"
    };
    private static final List<String> ODD = List.of(
            "\\ud800",
            "\\udc00",
            "\\x41",
            "\\u12",
            "\"",
            "'",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "-0",
            "-0.0",
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "NaN",
            "Infinity",
            "1e309",
            "1e-325",
            "1e-324",
            "9e308",
            "1e400",
            "1E+99999999999",
            "123456789012345678901234567890123",
            "0.1234567890123456789012345678901",
            "nul",
            "True",
            "//",
            "/**/",
            "\u0000",
            "\u0001",
            "\ufeff",
            "\u00a0",
            "\f");

    private final Random random;

    public JsonDocuments(long seed) {
        this.random = new Random(seed);
    }

    /** The next one. */
    public byte[] next() {
        if (random.nextInt(50) == 0) {
            return deep();
        }
        byte[] document = object(0).getBytes(StandardCharsets.UTF_8);
        return random.nextBoolean() ? document : spoilt(document);
    }

    /** Arrays or objects inside each other, about as many as there may be. */
    private byte[] deep() {
        int depth = 29 + random.nextInt(5);
        String text = random.nextBoolean()
                ? "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}"
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String object(int depth) {
        StringBuilder text = new StringBuilder(blank()).append('{');
        int members = random.nextInt(depth == 0 ? 20 : 4);
        for (int i = 0; i < members; i++) {
            text.append(i == 0 ? "" : ",").append(blank()).append(name(i)).append(blank());
            text.append(':').append(value(depth + 1));
        }
        return text.append(blank()).append('}').append(blank()).toString();
    }

    private String array(int depth) {
        StringBuilder text = new StringBuilder("[");
        int elements = random.nextInt(4);
        for (int i = 0; i < elements; i++) {
            text.append(i == 0 ? "" : ",").append(value(depth + 1));
        }
        return text.append(blank()).append(']').toString();
    }

    private String value(int depth) {
        int kind = random.nextInt(depth > 6 ? 6 : 9);
        return switch (kind) {
            case 0 -> blank() + "null" + blank();
            case 1 -> blank() + random.nextBoolean() + blank();
            case 2, 3 -> blank() + number() + blank();
            case 4, 5 -> blank() + string() + blank();
            case 6, 7 -> object(depth);
            default -> blank() + array(depth) + blank();
        };
    }

    private String number() {
        String digits = digits(random.nextInt(6) == 0 ? 34 : 9);
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "").append(digits);
        if (random.nextInt(3) == 0) {
            text.append('.').append(random.nextInt(10)).append(random.nextInt(1000));
        }
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(3) == 0 ? "-" : "");
            text.append(random.nextInt(random.nextInt(4) == 0 ? 400 : 20));
        }
        return text.toString();
    }

    private String digits(int most) {
        int number = 1 + random.nextInt(most);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.charAt(0) == '0' ? "0" : digits.toString();
    }

    /** One of its own but for a few, of which some stand twice. */
    private String name(int member) {
        return random.nextInt(12) == 0 ? string() : "\"" + member + string().substring(1);
    }

    private String string() {
        StringBuilder text = new StringBuilder("\"");
        int length = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(4);
        for (int i = 0; i < length; i++) {
            String[] from = random.nextInt(6) == 0 ? ESCAPES : CHARACTERS;
            text.append(from[random.nextInt(from.length)]);
        }
        return text.append('"').toString();
    }

    private String blank() {
        return BLANKS[random.nextInt(BLANKS.length)];
    }

    private byte[] spoilt(byte[] document) {
        return switch (random.nextInt(8)) {
            case 0 -> flipped(document);
            case 1 -> cut(document, 0, random.nextInt(document.length));
            case 2 -> cut(document, 1 + random.nextInt(document.length), document.length);
            case 3 -> concatenated(document, odd());
            case 4 -> concatenated(odd(), document);
            case 5 -> recoded(document);
            default -> inserted(document);
        };
    }

    private byte[] odd() {
        return ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] document) {
        byte[] flipped = document.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /** In an encoding that databind tells by the first bytes, or in another form of UTF-8. */
    private byte[] recoded(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16BE);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> text.getBytes(StandardCharsets.ISO_8859_1);
            default -> ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Something odd in place of a few bytes; mostly where a value may begin. */
    private byte[] inserted(byte[] document) {
        int at = random.nextInt(document.length);
        for (int i = at; i < document.length && random.nextInt(8) != 0; i++) {
            if (document[i] == ':' || document[i] == '"') {
                at = i + 1;
                break;
            }
        }
        int until = Math.min(document.length, at + random.nextInt(3));
        return concatenated(
                concatenated(cut(document, 0, at), odd()), cut(document, until, document.length));
    }

    private static byte[] cut(byte[] document, int from, int to) {
        return java.util.Arrays.copyOfRange(document, from, to);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
