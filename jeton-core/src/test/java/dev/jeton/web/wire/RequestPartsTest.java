package dev.jeton.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class RequestPartsTest {
    private static final int ROUNDS = 5_000;
    private static final int LIMIT = 10_000;

    /** A request of which only the parts under test are given. */
    private record Bare(@Nullable String rawQuery, List<String> fields, byte[] bytes)
            implements WebRequest {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public List<String> headers(String name) {
            return fields;
        }

        @Override
        public byte @Nullable [] body(int limit) {
            return bytes.length > limit ? null : bytes;
        }
    }

    private static RequestParts query(@Nullable String raw) {
        return new RequestParts(new Bare(raw, List.of(), new byte[0]), 1_000);
    }

    private static RequestParts fields(String... values) {
        return new RequestParts(new Bare(null, List.of(values), new byte[0]), 1_000);
    }

    private static RequestParts form(byte[] bytes) {
        List<String> type = List.of("application/x-www-form-urlencoded; charset=utf-8");
        return new RequestParts(new Bare(null, type, bytes), LIMIT);
    }

    private static String text(Random random, int bound) {
        return IntStream.range(0, random.nextInt(20))
                .map(i -> random.nextInt(bound))
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    @DisplayName("What is percent-encoded is decoded to the same text, names and values, in order")
    void roundTrip() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            String name = "n" + text(random, 0x20000);
            List<String> values = new ArrayList<>();
            StringBuilder raw = new StringBuilder("x=y");
            for (int k = random.nextInt(3); k >= 0; k--) {
                String value = text(random, 0x20000);
                values.add(value);
                raw.append('&')
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
            assertThat(query(raw.toString()).query(name)).isEqualTo(values);
            assertThat(form(raw.toString().getBytes(StandardCharsets.US_ASCII)).form(name))
                    .isEqualTo(values);
        }
    }

    @Test
    @DisplayName("No query, form, cookie or media type makes a parser throw")
    void noise() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            String noise =
                    text(random, 0x80) + "%" + text(random, 0x10000) + "=;\"" + text(random, 0x100);
            byte[] bytes = noise.getBytes(StandardCharsets.UTF_8);
            query(noise).query("a");
            query(noise).queryHasArray("a");
            form(bytes).form("a");
            form(bytes).jsonObject();
            fields(noise).cookies("a");
            fields(noise, noise).mediaType();
            fields(noise).charset();
        }
    }

    @Test
    @DisplayName("RFC 6265bis §4.2.1: cookies that were written are read as they were")
    void cookieRoundTrip() {
        Random random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            String value = text(random, 0x80).replaceAll("[^!#-+--:<-\\[\\]-~]", "");
            String other = "b" + i % 3;
            List<String> found = fields(other + "=x; a=" + value + "; " + other + "=" + value)
                    .cookies("a");
            assertThat(found).containsExactly(value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "a&", "%6A&", "a=b&"})
    @DisplayName("I4: pairs of other names cost no memory, however many there are")
    void otherNames(String pair) {
        RequestParts crowded = query(pair.repeat(8192 / pair.length()));
        crowded.query("jwt");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(crowded.query("jwt")).isEmpty();
        assertThat(crowded.queryHasArray("jwt")).isFalse();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 * 1024);
    }

    @Test
    @DisplayName("A parameter is null only when its own value cannot be decoded")
    void undecodable() {
        assertThat(query("a=1&b=%zz").query("a")).containsExactly("1");
        assertThat(query("a=1&b=%zz").query("b")).isNull();
        assertThat(query("a=1&a=%").query("a")).isNull();
        assertThat(query("a=%ED%A0%80").query("a")).as("a surrogate").isNull();
        assertThat(query("a=%F0%9F%98%80").query("a")).containsExactly("\ud83d\ude00");
        assertThat(query(null).query("a")).isEmpty();
        assertThat(query("").query("")).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json | ''",
                "' Application/JSON\t; Charset=UTF-8' | application/json | utf-8",
                "application/json;charset=\"utf-8\" | application/json | utf-8",
                "application/json; a=b; charset=x | application/json | x",
                "text/html;; ; | text/html | ''",
                "'' | '' | ''",
                "; charset=utf-8 | '' | utf-8"
            })
    @DisplayName("RFC 9110 §8.3.1: a media type is read without case and blanks, its charset too")
    void mediaTypes(String field, String name, String charset) {
        RequestParts parts = fields(field);
        assertThat(parts.mediaType()).isEqualTo(name);
        assertThat(parts.charset()).isEqualTo(charset);
        assertThat(parts.contentType()).isEqualTo(field);
    }

    @Test
    @DisplayName("Several media types, or charsets, are none")
    void severalTypes() {
        assertThat(fields("a/b", "a/b").mediaType()).isEmpty();
        assertThat(fields().mediaType()).isEmpty();
        assertThat(fields().contentType()).isEmpty();
        assertThat(fields("a/b; charset=x; charset=x").charset()).isNull();
    }

    @Test
    @DisplayName("A body beyond the limit is no form and no JSON, and only a form has fields")
    void bodies() {
        assertThat(form(new byte[LIMIT + 1]).form("a")).isNull();
        assertThat(form(new byte[LIMIT + 1]).jsonObject()).isNull();
        byte[] json = "{\"a\":[1,null]}".getBytes(StandardCharsets.UTF_8);
        assertThat(form(json).jsonObject()).containsOnlyKeys("a");
        RequestParts other = new RequestParts(new Bare(null, List.of("text/plain"), json), 100);
        assertThat(other.form("a")).isEmpty();
        assertThat(other.body()).isSameAs(other.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b; charset=\" | \"",
                "a/b; charset=\"x | \"x",
                "a/b; charset=x\" | x\"",
                "a/b; =x | ''"
            })
    @DisplayName("RFC 9110 §5.6.4: a charset is unquoted where it stands in two quotes")
    void quotes(String field, String charset) {
        assertThat(fields(field).charset()).isEqualTo(charset);
    }

    @Test
    @DisplayName(
            "URL Standard §5.1: a pair may have no name, and a delete character is a character")
    void oddPairs() {
        assertThat(query("=x").query("")).containsExactly("x");
        assertThat(query("a=\u007f").query("a")).containsExactly("\u007f");
        assertThat(query("a&b=c").query("a")).containsExactly("");
        assertThat(query("a&b=c").query("b")).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\u0080", "a=\u00e9", "a=\u0141", "a=x\u0141y"})
    @DisplayName("RFC 3986 §2: a value with a raw character beyond ASCII cannot be decoded")
    void rawCharacters(String raw) {
        assertThat(query(raw).query("a")).isNull();
    }

    @Test
    @DisplayName("RFC 3986 §2: a name with a raw character beyond ASCII is another name")
    void rawCharactersInNames() {
        assertThat(query("\u0161=x").query("a"))
                .as("U+0161 ends in the octet of a")
                .isEmpty();
    }

    @Test
    @DisplayName("A request is parsed once, whatever is asked of it, and its body read once")
    void once() {
        int[] asked = new int[2];
        WebRequest counting = new WebRequest() {
            @Override
            public String method() {
                return "POST";
            }

            @Override
            public String path() {
                return "/";
            }

            @Override
            public List<String> headers(String name) {
                asked[0]++;
                return List.of("application/json");
            }

            @Override
            public @Nullable String rawQuery() {
                return null;
            }

            @Override
            public byte @Nullable [] body(int limit) {
                asked[1]++;
                return "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
            }
        };
        RequestParts parts = new RequestParts(counting, 100);
        assertThat(parts.jsonObject()).isNotNull().isSameAs(parts.jsonObject());
        assertThat(parts.body()).isSameAs(parts.body());
        assertThat(parts.mediaType()).isEqualTo(parts.mediaType());
        assertThat(parts.charset()).isEmpty();
        assertThat(asked).containsExactly(1, 1);
    }

    @Test
    @DisplayName("LOC-10: a body that an adapter gives beyond the limit is not looked at")
    void adapterBeyondLimit() {
        WebRequest generous = new WebRequest() {
            @Override
            public String method() {
                return "POST";
            }

            @Override
            public String path() {
                return "/";
            }

            @Override
            public List<String> headers(String name) {
                return List.of();
            }

            @Override
            public @Nullable String rawQuery() {
                return null;
            }

            @Override
            public byte @Nullable [] body(int limit) {
                return "{}   ".getBytes(StandardCharsets.UTF_8);
            }
        };
        assertThat(new RequestParts(generous, 5).jsonObject()).isEmpty();
        assertThat(new RequestParts(generous, 4).jsonObject()).isNull();
    }

    @Test
    @DisplayName("I5: a token that was found does not show its text")
    void noTextInToString() {
        assertThat(new Found.Token("secret", "csrf", true)).hasToString("Token[csrfNeeded=true]");
    }
}
