package dev.jeton.hostile.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** Why Jeton's reader refuses a document that databind accepts. There is no other reason. */
public enum JsonRule {
    /** RFC 8259 §8.1: text is UTF-8, and databind reads UTF-16, UTF-32, overlong and surrogate forms too. */
    ENCODING,
    /** RFC 8259 §8.1 lets a reader refuse a byte order mark. */
    BYTE_ORDER_MARK,
    /** A header, a claims set and a body are objects (RFC 7515 §4, RFC 7519 §7.2). */
    NOT_AN_OBJECT,
    /** RFC 8259 §8.2: half of a surrogate pair is no character. */
    LONE_SURROGATE,
    /** Jeton's limit of 32 levels. */
    DEPTH,
    /** Jeton's limit of 32 characters. */
    NUMBER_LENGTH,
    /** RFC 8259 §6: a number that no IEEE 754 double comes near. */
    NUMBER_RANGE,
    /** RFC 8259 §6 leaves open what it means. */
    NEGATIVE_ZERO;

    private static final int DEPTH_LIMIT = 32;
    private static final int CHARACTER_LIMIT = 32;

    /** The rules by which a document is refused that databind accepts. */
    public static Set<JsonRule> of(byte[] document) {
        Set<JsonRule> rules = EnumSet.noneOf(JsonRule.class);
        if (!isUtf8(document) || hasEarlyNul(document)) {
            rules.add(ENCODING);
        }
        if (beginsWithMark(document)) {
            rules.add(BYTE_ORDER_MARK);
        }
        try (JsonParser parser = Databind.parser(document)) {
            inspect(parser, rules);
        } catch (IOException refused) {
            throw new IllegalArgumentException("databind refuses it too", refused);
        }
        return rules;
    }

    private static void inspect(JsonParser parser, Set<JsonRule> rules) throws IOException {
        int depth = 0;
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_OBJECT) {
            rules.add(NOT_AN_OBJECT);
        }
        for (; token != null; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth > DEPTH_LIMIT) {
                rules.add(DEPTH);
            }
            if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
                inspectText(parser.getText(), rules);
            } else if (token.isNumeric()) {
                inspectNumber(parser.getText(), rules);
            }
        }
    }

    private static void inspectText(String text, Set<JsonRule> rules) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            rules.add(LONE_SURROGATE);
        }
    }

    private static void inspectNumber(String text, Set<JsonRule> rules) {
        if (text.length() > CHARACTER_LIMIT) {
            rules.add(NUMBER_LENGTH);
            return;
        }
        int exponentMark = Math.max(text.indexOf('e'), text.indexOf('E'));
        String significand = exponentMark < 0 ? text : text.substring(0, exponentMark);
        if (text.startsWith("-") && new BigDecimal(significand).signum() == 0) {
            rules.add(NEGATIVE_ZERO);
        }
        if (exponentMark >= 0 && !isInRange(significand, text.substring(exponentMark + 1))) {
            rules.add(NUMBER_RANGE);
        }
    }

    /** Whether the first digit stands for a power of ten from −324 to 308. */
    private static boolean isInRange(String significand, String exponent) {
        BigDecimal value = new BigDecimal(significand);
        long first = (long) value.precision() - value.scale() - 1;
        BigDecimal power = new BigDecimal(exponent).add(BigDecimal.valueOf(first));
        return power.compareTo(BigDecimal.valueOf(-324)) >= 0
                && power.compareTo(BigDecimal.valueOf(308)) <= 0;
    }

    private static boolean isUtf8(byte[] document) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasEarlyNul(byte[] document) {
        for (int i = 0; i < Math.min(4, document.length); i++) {
            if (document[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWithMark(byte[] document) {
        return new String(document, StandardCharsets.UTF_8).startsWith("\uFEFF");
    }
}
