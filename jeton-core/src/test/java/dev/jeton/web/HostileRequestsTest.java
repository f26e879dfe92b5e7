package dev.jeton.web;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Whatever a client sends, the handler does not run and no 500 is answered. */
class HostileRequestsTest {
    private static final int ROUNDS = 1_000;

    private final WebFixture web = WebFixture.of(HEADERS, COOKIES, QUERY_STRING, JSON);
    private final RequestAuthenticator authenticator = web.authenticator();

    private static Request carrying(String text, Location location) {
        return switch (location) {
            case HEADERS -> Request.get().bearer(text);
            case COOKIES -> Request.get().cookie("__Host-access_token", text);
            case QUERY_STRING ->
                Request.get().query("jwt=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            case JSON -> Request.post().json("{\"access_token\":" + quoted(text) + "}");
        };
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
        return json.append('"').toString();
    }

    private void assertRefused(Request request, String what) {
        for (JwtRequirement requirement : List.of(
                JwtRequirement.required(), JwtRequirement.of(r -> r.optional().anyType()))) {
            Outcome outcome = authenticator.authenticate(request, requirement);
            assertThat(outcome).as(what).isNotInstanceOf(Outcome.Authenticated.class);
            if (outcome instanceof Outcome.Denied denied) {
                assertThat(denied.answer().status()).as(what).isIn(400, 401, 403);
            }
        }
    }

    private static Stream<String> hostileTokens() {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        return Stream.of(
                "..",
                "...",
                "a.b.c",
                ".",
                "a..",
                "..c",
                ".".repeat(100_000),
                "=".repeat(8_193),
                "\u0000",
                "\r\n",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJub25lIn0.e30.e30",
                "\ud800",
                "\uff0e\uff0e",
                "%00",
                "{}",
                "[]",
                base64("{\"alg\":\"HS256\"}") + "." + base64(deep) + ".AAAA",
                base64(deep) + ".e30.AAAA",
                base64("{\"alg\":\"HS256\",\"alg\":\"none\"}") + ".e30.",
                base64("null") + "." + base64("null") + "." + base64("null"),
                base64("{\"alg\":1e400}") + ".e30.AA",
                "A".repeat(1 << 20));
    }

    private static String base64(String text) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostileTokens")
    @DisplayName(
            "ENC-01 to ENC-19, DOS-01, DOS-02: a hostile token is refused wherever it stands, and never a 500")
    void hostileTokensEverywhere(String token) {
        for (Location location : Location.values()) {
            assertRefused(carrying(token, location), location.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Location.class)
    @DisplayName(
            "SIG-18: a good token with any one character changed, dropped or added opens nothing, in no location")
    void mutations(Location location) {
        Random random = new Random(18);
        String good = web.access();
        assertThat(authenticator.authenticate(carrying(good, location), requirement(location)))
                .isInstanceOf(Outcome.Authenticated.class);
        for (int i = 0; i < ROUNDS; i++) {
            String bad = mutated(good, random);
            assertRefused(carrying(bad, location), location + " " + i);
        }
    }

    private static JwtRequirement requirement(Location location) {
        return JwtRequirement.of(r -> r.locations(location));
    }

    private static String mutated(String good, Random random) {
        int at = random.nextInt(good.length());
        char c = (char) (random.nextInt(4) == 0 ? random.nextInt(0xd800) : random.nextInt(128));
        String rest = good.substring(at + 1);
        return switch (random.nextInt(3)) {
            case 0 -> good.substring(0, at) + (c == good.charAt(at) ? '!' : c) + rest;
            case 1 -> good.substring(0, at) + rest;
            default -> good.substring(0, at) + c + good.substring(at);
        };
    }

    @Test
    @DisplayName(
            "I6: no field, query or body makes the authenticator throw, or lets a request through")
    void randomRequests() {
        Random random = new Random(6);
        for (int i = 0; i < ROUNDS; i++) {
            Request request = Request.of(random.nextBoolean() ? "GET" : noise(random, 4))
                    .header("Authorization", piece(random))
                    .header("Cookie", piece(random) + "=" + piece(random) + ";" + piece(random))
                    .header("Content-Type", piece(random))
                    .header("X-CSRF-TOKEN", piece(random))
                    .header("Origin", piece(random))
                    .header("Sec-Fetch-Site", piece(random))
                    .header("Upgrade", piece(random))
                    .query(piece(random) + "=" + piece(random) + "&" + piece(random))
                    .body(noise(random, 60));
            assertRefused(request, "round " + i);
        }
    }

    /** A word of the formats, noise, or both. */
    private static String piece(Random random) {
        List<String> words = List.of(
                "Bearer",
                "Bearer ",
                "__Host-access_token",
                "__Host-access_token=",
                "jwt",
                "jwt[",
                "%",
                "%6",
                "_method",
                "application/json",
                "application/json; charset=",
                "application/x-www-form-urlencoded",
                "websocket",
                "cross-site",
                "a.b.c",
                "\"",
                ";",
                "=",
                "&",
                ",",
                "{\"access_token\":",
                "}",
                "\r\n",
                "+",
                "");
        String word = words.get(random.nextInt(words.size()));
        return random.nextInt(3) == 0 ? word : word + noise(random, 12);
    }

    private static String noise(Random random, int length) {
        StringBuilder noise = new StringBuilder();
        int end = random.nextInt(length + 1);
        for (int i = 0; i < end; i++) {
            noise.append((char)
                    (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(256)));
        }
        return noise.toString();
    }
}
