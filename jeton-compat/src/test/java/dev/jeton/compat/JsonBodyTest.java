package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens in JSON bodies. */
class JsonBodyTest {
    private static final String PASSED = "passed: ada";
    private static final String MISSING_FASTJWT =
            "401 {\"message\":\"Missing JWT in request\",\"error_type\":\"MissingTokenError\"}";

    private static App at(Predecessor predecessor, String location) {
        return App.of(predecessor, "JWT_TOKEN_LOCATION", location);
    }

    private static String msg(int status, String text) {
        return status + " {\"msg\":\"" + text.replace("\"", "\\\"") + "\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true, true",
        "application/json; charset=utf-8, true, false",
        "Application/JSON, true, false",
        "application/vnd.api+json, true, false",
        "text/json, false, false"
    })
    @DisplayName("Flask takes any JSON for a body, the others the bare media type alone")
    void contentTypes(String type, boolean forFlask, boolean forOthers) {
        for (Predecessor each : Predecessor.values()) {
            App app = at(each, "json");
            boolean taken = each == Predecessor.FLASK_JWT_EXTENDED ? forFlask : forOthers;
            String answer = app.answer(
                    Request.post().body(type, "{\"access_token\":\"" + app.token() + "\"}"));
            assertThat(answer)
                    .isEqualTo(
                            taken
                                    ? PASSED
                                    : each == Predecessor.FASTJWT
                                            ? MISSING_FASTJWT
                                            : msg(
                                                    401,
                                                    "Invalid content-type. Must be"
                                                            + " application/json."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"x\"", "5", "true", "null", "[]", "{", "", "{\"other\":1}"})
    @DisplayName("A body that is no object, or has no such member, holds no token")
    void noMember(String body) {
        String missing = msg(401, "Missing \"access_token\" key in json data.");
        assertThat(at(Predecessor.FLASK_JWT_EXTENDED, "json")
                        .answer(Request.post().json(body)))
                .isEqualTo(missing);
        assertThat(at(Predecessor.QUART_JWT_EXTENDED, "json")
                        .answer(Request.post().json(body)))
                .isEqualTo(missing);
        assertThat(at(Predecessor.FASTJWT, "json").answer(Request.post().json(body)))
                .isEqualTo(MISSING_FASTJWT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[\"x\"]", "{\"a\":1}"})
    @DisplayName("A member that is no text is no token")
    void memberOfAnotherKind(String value) {
        String body = "{\"access_token\":" + value + "}";
        for (Predecessor each : Predecessor.values()) {
            assertThat(at(each, "json").answer(Request.post().json(body)))
                    .startsWith(each == Predecessor.FASTJWT ? "4" : "422 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false", "0", "\"\"", "[]", "{}"})
    @DisplayName("A member of nothing is none for Flask, and a bad token for Quart")
    void memberOfNothing(String value) {
        String body = "{\"access_token\":" + value + "}";
        String text = value.equals("\"\"")
                ? "Not enough segments"
                : "Invalid token type. Token must be a <class 'bytes'>";
        assertThat(at(Predecessor.FLASK_JWT_EXTENDED, "json")
                        .answer(Request.post().json(body)))
                .isEqualTo(msg(401, "Missing \"access_token\" key in json data."));
        assertThat(at(Predecessor.QUART_JWT_EXTENDED, "json")
                        .answer(Request.post().json(body)))
                .isEqualTo(msg(422, text));
    }
}
