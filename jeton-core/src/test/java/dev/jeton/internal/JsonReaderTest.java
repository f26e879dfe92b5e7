package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

class JsonReaderTest {
    private static Map<String, Object> read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> read(byte[] utf8) {
        return Json.readObject(utf8, 0, utf8.length);
    }

    private static void assertRefused(byte[] utf8) {
        assertThatThrownBy(() -> read(utf8)).isInstanceOf(JsonException.class).hasNoCause();
    }

    private static void assertRefused(String json) {
        assertRefused(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("Values become plain types, members stay in document order")
    void values() {
        Map<String, Object> object = read("""
                {"z": "text", "a": 1, "big": 12345678901234567890, "decimal": 1700000000.5, "exp": 1.7e9,
                 "true": true, "false": false, "null": null, "list": [1, [], {"x": []}], "object": {"b": {}}}""");

        assertThat(object.keySet())
                .containsExactly(
                        "z", "a", "big", "decimal", "exp", "true", "false", "null", "list",
                        "object");
        assertThat(object)
                .containsEntry("z", "text")
                .containsEntry("a", 1L)
                .containsEntry("big", new BigInteger("12345678901234567890"))
                .containsEntry("decimal", new BigDecimal("1700000000.5"))
                .containsEntry("exp", new BigDecimal("1.7e9"))
                .containsEntry("true", true)
                .containsEntry("false", false)
                .containsEntry("null", null)
                .containsEntry("list", List.of(1L, List.of(), Map.of("x", List.of())))
                .containsEntry("object", Map.of("b", Map.of()));
    }

    @Test
    @DisplayName("What is read cannot be changed, at any depth")
    void unmodifiable() {
        Map<String, Object> object = read("{\"list\": [1], \"object\": {\"a\": 1}}");
        assertThatThrownBy(() -> object.put("x", 1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) object.get("list")).remove(0))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) object.get("object")).remove("a"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " \t\r\n{ \"a\" : [ ] } \n",
                "{\"\":\"\"}",
                "{\"a\":\"\\/ \\b\\f\\n\\r\\t\\\\ \\\" \\u0041\"}",
                "{\"emoji\":\"\uD83D\uDE00\",\"escaped\":\"\\ud83d\\uDE00\",\"umlaut\":\"\u00FC\u20AC\"}",
                "{\"nul\":\"\\u0000\"}",
                "{\"@type\":\"x\",\"@class\":\"y\",\"__proto__\":{},\"class.module\":1}"
            })
    @DisplayName(
            "ENC-18, ENC-20: the legal edges of RFC 8259 are read, and no name means more than itself")
    void legalEdges(String json) {
        assertThat(read(json)).isNotNull();
    }

    @Test
    @DisplayName("Escapes are resolved")
    void escapes() {
        assertThat(read("{\"\\u0061\":\"\\ud83d\\ude00\\/\\u00e9\"}"))
                .containsEntry("a", "\uD83D\uDE00/\u00E9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "\"text\"",
                "1",
                "true",
                "null",
                "[{}]",
                "{",
                "}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'x'}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}"
            })
    @DisplayName("HDR-18, ENC-11, ENC-14: what is not one object in strict syntax is refused")
    void notAnObject(String json) {
        assertRefused(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}{}",
                "{} {}",
                "{}]",
                "{},",
                "{}x",
                "{}1",
                "{}\"\"",
                "{}\u0000",
                "{}//",
                "{}\uFEFF"
            })
    @DisplayName("ENC-14: anything but white space after the object is refused")
    void trailingData(String json) {
        assertRefused(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "-NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                "-01",
                "00",
                "1.",
                ".5",
                "-.5",
                "1e",
                "1e+",
                "0x1",
                "1_000",
                "- 1",
                "True",
                "nul",
                "undefined",
                "/* c */ 1",
                "// c\n1",
                "# c\n1",
                "\"\t\"",
                "\"\n\"",
                "\"\u0000\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"\\'\"",
                "\"open"
            })
    @DisplayName("ENC-14: a value outside RFC 8259 is refused")
    void notAValue(String value) {
        assertRefused("{\"a\":" + value + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":null,\"a\":null}",
                "{\"a\":1,\"b\":2,\"a\":3}",
                "{\"sub\":1,\"s\\u0075b\":1}",
                "{\"\":1,\"\":1}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "{\"o\":[[{\"a\":1,\"a\":2}]]}"
            })
    @DisplayName(
            "ENC-12, HDR-17: a member that stands twice is refused, at any depth, however it is spelt")
    void duplicates(String json) {
        assertRefused(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\udc00",
                "\\ude00\\ud83d",
                "\\ud800\\ud800",
                "x\\udbffx",
                "\\ud83d\\u0041"
            })
    @DisplayName("ENC-13: an escaped lone surrogate is refused in values and in names")
    void escapedLoneSurrogates(String half) {
        assertRefused("{\"a\":\"" + half + "\"}");
        assertRefused("{\"" + half + "\":1}");
        assertRefused("{\"a\":[{\"b\":\"" + half + "\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "raw lone surrogate, ED A0 80",
        "raw surrogate pair, ED A0 BD ED B8 80",
        "overlong NUL, C0 80",
        "overlong slash, C0 AF",
        "overlong in three, E0 80 AF",
        "overlong in four, F0 80 80 AF",
        "beyond U+10FFFF, F4 90 80 80",
        "five bytes, F8 88 80 80 80",
        "stray continuation, 80",
        "cut short, E2 82",
        "Latin-1, FC",
        "FE, FE",
        "FF, FF"
    })
    @DisplayName("ENC-13, HDR-19: invalid UTF-8 is refused in values and in names")
    void invalidUtf8(String what, String hex) {
        byte[] bytes = bytes(hex);
        assertRefused(wrap("{\"a\":\"", bytes, "\"}"));
        assertRefused(wrap("{\"", bytes, "\":1}"));
        assertRefused(wrap("{\"a\":\"plain text that is longer than a word ", bytes, "\"}"));
        assertRefused(wrap("", bytes, "{\"a\":1}"));
        assertRefused(wrap("{\"a\":1}", bytes, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    @DisplayName("HDR-19: UTF-16 and UTF-32 are refused, with and without a byte order mark")
    void otherEncodings(String name) {
        for (String json : List.of("{}", "{\"a\":1}", " {\"a\":1}", "\uFEFF{\"a\":1}")) {
            assertRefused(json.getBytes(Charset.forName(name)));
        }
    }

    @Test
    @DisplayName("HDR-19: a byte order mark is refused")
    void byteOrderMark() {
        assertRefused("\uFEFF{\"a\":1}");
        assertRefused("\uFEFF{}");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "32, true", "33, false", "101, false", "10000, false", "100000, false"})
    @DisplayName("ENC-15: depth 32 is read, depth 33 and more is refused without a stack overflow")
    void depth(int depth, boolean readable) {
        String objects = "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
        String arrays = "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
        if (readable) {
            assertThat(read(objects)).isNotNull();
            assertThat(read(depth == 1 ? "{}" : arrays)).isNotNull();
        } else {
            assertRefused(objects);
            assertRefused(arrays);
            assertRefused("{\"a\":" + "[".repeat(depth));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "1", "-1", "9223372036854775807", "-9223372036854775808",
                        "9223372036854775808",
                "12345678901234567890123456789012", "1.5", "0.0", "1e308", "1E+308",
                        "-1.7976931348623157E308",
                "4.9E-324", "1700000000.123456789", "0e0", "123456789012345678901234567890e1"
            })
    @DisplayName("Numbers of up to 32 characters within the range of a double are read exactly")
    void numbers(String number) {
        Object value = read("{\"a\":" + number + "}").get("a");
        assertThat(new BigDecimal(value.toString())).isEqualByComparingTo(number);
        boolean decimal = number.matches(".*[.eE].*");
        assertThat(value instanceof BigDecimal).isEqualTo(decimal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "1e309",
                "1e1000000",
                "1E+2147483647",
                "1E+2147483648",
                "1e99999999999",
                "1e-400",
                "1E-2147483648",
                "0e400",
                "0e99999999999",
                "-0",
                "-0.0",
                "-0e5",
                "-0.0E-1",
                "123456789012345678901234567890123",
                "-12345678901234567890123456789012",
                "0.1234567890123456789012345678901",
                "1.000000000000000000000000000000e1"
            })
    @DisplayName(
            "ENC-16: numbers out of range or of 33 characters, and the negative zero, are refused")
    void refusedNumbers(String number) {
        assertRefused("{\"a\":" + number + "}");
        assertRefused("{\"a\":[" + number + "]}");
    }

    @Test
    @DisplayName("ENC-16, DOS-05: a number of 5,000 and of 1,000,000 digits is refused")
    void hugeNumbers() {
        for (int digits : new int[] {5_000, 1_000_000}) {
            assertRefused("{\"a\":" + "7".repeat(digits) + "}");
            assertRefused("{\"a\":0." + "7".repeat(digits) + "}");
            assertRefused("{\"a\":1e" + "7".repeat(digits) + "}");
        }
    }

    @Test
    @DisplayName("ENC-19: thousands of members are read, names of one hash among them")
    void manyMembers() {
        List<String> names = new ArrayList<>(List.of("Aa", "BB"));
        while (names.size() < 512) {
            List<String> longer = new ArrayList<>();
            names.forEach(name -> longer.addAll(List.of(name + "Aa", name + "BB")));
            names.clear();
            names.addAll(longer);
        }
        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
        String json = "{\"" + String.join("\":0,\"", names) + "\":0}";
        assertThat(read(json)).hasSize(512);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\uD800\uDC00\uDBFF\uDFFF",
                "a\u00E9b\u20ACc\uD83D\uDE00d",
                "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9",
                "a text of some length before \u00E9 and one of some length after it"
            })
    @DisplayName("Characters beyond ASCII are read, between escapes too")
    void beyondAscii(String text) {
        assertThat(read("{\"" + text + "\":[\"" + text + "\"]}"))
                .isEqualTo(Map.of(text, List.of(text)));
        assertThat(read("{\"a\":\"\\n" + text + "\\t" + text + "\"}"))
                .containsEntry("a", "\n" + text + "\t" + text);
    }

    @Test
    @DisplayName("A document may end nowhere before its end")
    void cutShort() {
        byte[] whole = """
                {"a":"\u00E9\\u0041x","b":[true,false,null,-1.5e-3,{}]}""".getBytes(StandardCharsets.UTF_8);
        assertThat(read(whole)).hasSize(2);
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    @DisplayName("DOS-06: text of nothing but escapes is read")
    void manyEscapes() {
        assertThat(read("{\"a\":\"" + "\\u0000".repeat(1000) + "\"}"))
                .containsEntry("a", "\u0000".repeat(1000));
    }

    @Test
    @DisplayName(
            "A document is read from the middle of an array, and nothing around it is looked at")
    void slice() {
        byte[] around = "\u0000\u0000}}{\"a\":1}\"{{\u0000".getBytes(StandardCharsets.UTF_8);
        assertThat(Json.readObject(around, 4, 7)).isEqualTo(Map.of("a", 1L));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Json.readObject(around, 4, 6));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Json.readObject(around, 4, 0));
    }

    @Test
    @DisplayName("Documents altered at random are read or refused, and nothing else happens")
    void alteredAtRandom() {
        byte[] seed = """
                {"alg":"HS256","kid":"\\ud83d\\ude00","n":[1,-2.5e3,true,null,{"x":"\u00E9\u20AC"}],"typ":"JWT"}""".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(8259);
        for (int round = 0; round < 50_000; round++) {
            byte[] altered = seed.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                altered[random.nextInt(altered.length)] = (byte) random.nextInt(256);
            }
            byte[] document = Arrays.copyOf(altered, altered.length - random.nextInt(2));
            try {
                Map<String, Object> object = read(document);
                byte[] again = Json.write(object);
                assertThat(Json.write(Json.readObject(again, 0, again.length))).isEqualTo(again);
            } catch (JsonException e) {
                assertThat(e.getStackTrace()).isEmpty();
            }
        }
    }

    private static byte[] wrap(String before, byte[] middle, String after) {
        byte[] head = before.getBytes(StandardCharsets.UTF_8);
        byte[] tail = after.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + middle.length + tail.length);
        System.arraycopy(middle, 0, all, head.length, middle.length);
        System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
        return all;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
