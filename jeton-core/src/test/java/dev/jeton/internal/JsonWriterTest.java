package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class JsonWriterTest {
    private static String write(Object value) {
        return new String(Json.write(Collections.singletonMap("v", value)), StandardCharsets.UTF_8);
    }

    static Stream<List<Object>> values() {
        return Stream.of(
                List.of("", "\"\""),
                List.of(
                        "a\"\\/\n\u0000\u00E9\uD83D\uDE00",
                        "\"a\\\"\\\\/\\n\\u0000\u00E9\uD83D\uDE00\""),
                List.of(
                        "\b\t\n\f\r\u0001\u000B\u001F\u007F",
                        "\"\\b\\t\\n\\f\\r\\u0001\\u000B\\u001F\u007F\""),
                List.of("x\u0080\u07FF\u0800\uFFFF", "\"x\u0080\u07FF\u0800\uFFFF\""),
                List.of("x".repeat(5000), '"' + "x".repeat(5000) + '"'),
                List.of("\u20AC".repeat(5000), '"' + "\u20AC".repeat(5000) + '"'),
                List.of("\n".repeat(5000), '"' + "\\n".repeat(5000) + '"'),
                List.of(true, "true"),
                List.of(0, "0"),
                List.of(1, "1"),
                List.of(9, "9"),
                List.of(10, "10"),
                List.of(Integer.MAX_VALUE, "2147483647"),
                List.of(Integer.MAX_VALUE + 1L, "2147483648"),
                List.of(-1, "-1"),
                List.of((short) -2, "-2"),
                List.of((byte) 3, "3"),
                List.of(Long.MIN_VALUE, "-9223372036854775808"),
                List.of(new BigInteger("12345678901234567890"), "12345678901234567890"),
                List.of(new BigDecimal("1.50"), "1.50"),
                List.of(new BigDecimal("1e30"), "1E+30"),
                List.of(0.1, "0.1"),
                List.of(1.5f, "1.5"),
                List.of(0.1f, "0.1"),
                List.of(1e21, "1.0E+21"),
                List.of(Instant.ofEpochSecond(1_700_000_000), "1700000000"),
                List.of(Instant.ofEpochMilli(1_700_000_000_500L), "1700000000.5"),
                List.of(Instant.ofEpochMilli(-500), "-0.5"),
                List.of(List.of(1, "x", List.of()), "[1,\"x\",[]]"),
                List.of(Set.of(7), "[7]"),
                List.of(Map.of("a", Map.of()), "{\"a\":{}}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    @DisplayName("A value is written in its shortest form")
    void written(List<Object> valueAndJson) {
        assertThat(write(valueAndJson.get(0))).isEqualTo("{\"v\":" + valueAndJson.get(1) + "}");
    }

    @Test
    @DisplayName("Texts of every length come back, whatever character stands wherever in them")
    void everyPlace() {
        for (String part :
                new String[] {"\"", "\\", "\n", "?", "\u007F", "\u00E9", "\u20AC", "\uD83D\uDE00"
                }) {
            for (int before = 0; before < 36; before++) {
                for (int after = 0; after < 20; after++) {
                    String text = "a".repeat(before) + part + "z".repeat(after);
                    byte[] json = Json.write(Map.of("v", text));
                    assertThat(Json.readObject(json, 0, json.length)).isEqualTo(Map.of("v", text));
                }
            }
        }
    }

    @Test
    @DisplayName(
            "Half of a surrogate pair is refused in texts of every length, beside a question mark too")
    void halves() {
        for (String half : new String[] {"\uD83D", "\uDE00", "\uDE00?", "?\uD83D"}) {
            for (int before = 0; before < 36; before++) {
                String text = "a".repeat(before) + half + "z".repeat(9);
                assertThatIllegalArgumentException().isThrownBy(() -> write(text));
            }
        }
    }

    @Test
    @DisplayName("Null is written, and members stay in order")
    void order() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("z", null);
        members.put("a", 1);
        assertThat(Json.write(members)).asString().isEqualTo("{\"z\":null,\"a\":1}");
    }

    @Test
    @DisplayName("Members that are named one by one are written as those of a map")
    void oneByOne() {
        byte[] json = Json.write(members -> {
            members.accept("list", List.of(List.of(), Map.of(), "", 1));
            members.accept("empty", "");
        });
        assertThat(json).asString().isEqualTo("{\"list\":[[],{},\"\",1],\"empty\":\"\"}");
        assertThat(Json.write(members -> {})).asString().isEqualTo("{}");
    }

    @Test
    @DisplayName("The usual names are written like any other, whoever has made the string")
    void usualNames() {
        for (String name : List.of("iss", "sub", "fresh", "scope", "exp", "auth_time", "jt", "")) {
            String copied = new String(name.toCharArray());
            String written = "{\"" + name + "\":1}";
            assertThat(Json.write(Map.of(name, 1))).asString().isEqualTo(written);
            assertThat(Json.write(Map.of(copied, 1))).asString().isEqualTo(written);
        }
    }

    @Test
    @DisplayName("Whole numbers of every length are written in full")
    void wholeNumbers() {
        for (long number = 9; number < Long.MAX_VALUE / 10; number = 10 * number + 8) {
            assertThat(write(number)).isEqualTo("{\"v\":" + number + "}");
            assertThat(write(-number)).isEqualTo("{\"v\":-" + number + "}");
            assertThat(write(number / 9)).isEqualTo("{\"v\":" + number / 9 + "}");
        }
        assertThat(write(0)).isEqualTo("{\"v\":0}");
        assertThat(write(Integer.MAX_VALUE)).isEqualTo("{\"v\":2147483647}");
        assertThat(write(100)).isEqualTo("{\"v\":100}");
    }

    static Stream<Object> refused() {
        return Stream.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                -0.0,
                -0.0f,
                new BigDecimal("1e400"),
                new BigDecimal("1e-400"),
                BigInteger.TEN.pow(32),
                new BigDecimal("0.1234567890123456789012345678901"),
                "\uD83D",
                "\uDE00\uD83D",
                Map.of("\uD800", 1),
                Map.of(1, 1),
                new Object(),
                'c',
                new int[] {1},
                Thread.State.NEW,
                nested(32));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("CLM-18: a value that could not be read back is refused")
    void unwritable(Object value) {
        assertThatIllegalArgumentException().isThrownBy(() -> write(value));
    }

    @Test
    @DisplayName("Depth 32 is written and can be read back; a list that holds itself is refused")
    void depth() {
        Map<String, Object> deepest = Map.of("v", nested(31));
        byte[] json = Json.write(deepest);
        assertThat(Json.readObject(json, 0, json.length)).isEqualTo(deepest);

        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThatIllegalArgumentException().isThrownBy(() -> write(itself));
    }

    private static List<Object> nested(int depth) {
        return depth == 1 ? List.of() : List.of(nested(depth - 1));
    }
}
