package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.web.Location;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Where tokens are looked for, and what is said where none is. */
class LocationsTest {
    private static final String PASSED = "passed: ada";
    private static final String MISSING_FASTJWT =
            "401 {\"message\":\"Missing JWT in request\",\"error_type\":\"MissingTokenError\"}";

    private final App flask = App.flask();
    private final App quart = App.quart();
    private final App fastJwt = App.fastJwt();

    private static App at(Predecessor predecessor, String... locations) {
        return App.of(predecessor, "JWT_TOKEN_LOCATION", List.of(locations));
    }

    private static String msg(int status, String text) {
        return status + " {\"msg\":\"" + text.replace("\"", "\\\"") + "\"}";
    }

    private static String authorization(App app, String value) {
        return app.answer(Request.get().header("Authorization", value.replace("T", app.token())));
    }

    @Test
    @DisplayName("A request without a token is told where it might stand")
    void nothing() {
        assertThat(flask.answer(Request.get())).isEqualTo(msg(401, "Missing Authorization Header"));
        assertThat(quart.answer(Request.get())).isEqualTo(msg(401, "Missing Authorization Header"));
        assertThat(fastJwt.answer(Request.get())).isEqualTo(MISSING_FASTJWT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer T", "  Bearer   T ", "Basic x, Bearer T", "Basic x,Bearer T,Foo y",
                "Bearer T,", ",Bearer T", "Basic x,, Bearer T", ", , Bearer T"
            })
    @DisplayName("One of the comma-separated values has the scheme; empty values are skipped")
    void header(String value) {
        assertThat(authorization(flask, value)).isEqualTo(PASSED);
        assertThat(authorization(quart, value)).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic x           |missing|bad",
                "bearer T          |missing|bad",
                "T                 |missing|bad",
                "Bearer            |bad|bad",
                "Bearer T x        |bad|bad",
                "Bearer T, Bearer T|missing|passed",
                ",,                |none|bad",
                ", ,               |missing|bad"
            })
    @DisplayName(
            "Where no value, or more than one, has the scheme, Flask says missing and Quart says bad")
    void badHeader(String value, String forFlask, String forQuart) {
        String expected = "Expected 'Authorization: Bearer <JWT>'";
        String flaskAnswer = switch (forFlask) {
            case "missing" ->
                msg(401, "Missing 'Bearer' type in 'Authorization' header. " + expected);
            case "none" -> msg(401, "Missing Authorization Header");
            default -> msg(422, "Bad Authorization header. " + expected);
        };
        assertThat(authorization(flask, value)).isEqualTo(flaskAnswer);
        assertThat(authorization(quart, value))
                .isEqualTo(
                        forQuart.equals("passed")
                                ? PASSED
                                : msg(
                                        422,
                                        "Bad Authorization header. Expected value 'Bearer <JWT>'"));
    }

    @Test
    @DisplayName("FastJWT needs no scheme, and cuts it off once, at the start")
    void fastJwtHeader() {
        assertThat(authorization(fastJwt, "Bearer T")).isEqualTo(PASSED);
        assertThat(authorization(fastJwt, "T")).isEqualTo(PASSED);
        assertThat(authorization(fastJwt, "Bearer Bearer T")).startsWith("422 ");
        assertThat(authorization(fastJwt, "Basic T")).startsWith("422 ");
    }

    @Test
    @DisplayName(
            "Header name and scheme are configurable; without a scheme the header is the token")
    void ownHeader() {
        App app = App.flask("JWT_HEADER_NAME", "X-Token", "JWT_HEADER_TYPE", "");
        assertThat(app.answer(Request.get().header("x-token", app.token()))).isEqualTo(PASSED);
        assertThat(app.answer(Request.get().header("X-Token", "JWT " + app.token())))
                .isEqualTo(msg(422, "Bad X-Token header. Expected 'X-Token: <JWT>'"));
    }

    @Test
    @DisplayName("Of a parameter sent twice the first counts, for FastJWT the last")
    void queryTwice() {
        for (Predecessor each : Predecessor.values()) {
            boolean fast = each == Predecessor.FASTJWT;
            App app = at(each, fast ? "query" : "query_string");
            String name = fast ? "token" : "jwt";
            String good = name + "=" + app.token();
            String bad = name + "=nothing";
            assertThat(app.answer(Request.get().query(good))).isEqualTo(PASSED);
            assertThat(app.answer(Request.get().query(fast ? bad + "&" + good : good + "&" + bad)))
                    .isEqualTo(PASSED);
            assertThat(app.answer(Request.get().query(fast ? good + "&" + bad : bad + "&" + good)))
                    .startsWith("422 ");
        }
    }

    @Test
    @DisplayName("Flask's query parameter may want a prefix")
    void queryPrefix() {
        App app = App.flask(
                "JWT_TOKEN_LOCATION", "query_string", "JWT_QUERY_STRING_VALUE_PREFIX", "Bearer ");
        assertThat(app.answer(Request.get().query("jwt=Bearer%20" + app.token())))
                .isEqualTo(PASSED);
        assertThat(app.answer(Request.get().query("jwt=Bearer+" + app.token()))).isEqualTo(PASSED);
        assertThat(app.answer(Request.get().query("jwt=" + app.token())))
                .isEqualTo(msg(
                        422,
                        "Invalid value for query parameter 'jwt'. Expected the value to start with"
                                + " 'Bearer '"));
        assertThat(app.answer(Request.get())).isEqualTo(msg(401, "Missing 'jwt' query paramater"));
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName(
            "Of a cookie sent twice the first counts, for FastJWT the last; an empty one is none")
    void cookieTwice(Predecessor predecessor) {
        App app = at(predecessor, "cookies");
        boolean fast = predecessor == Predecessor.FASTJWT;
        String good = "access_token_cookie=" + app.token();
        String bad = "access_token_cookie=nothing";
        assertThat(app.answer(Request.get()
                        .header("Cookie", fast ? bad + "; " + good : good + "; " + bad)))
                .isEqualTo(PASSED);
        assertThat(app.answer(
                        Request.get().header("Cookie", fast ? good + ";" + bad : bad + ";" + good)))
                .startsWith("422 ");
        assertThat(app.answer(Request.get().cookie("access_token_cookie", ""))).startsWith("401 ");
    }

    @Test
    @DisplayName(
            "An empty query parameter is none, but for FastJWT, which takes it for a bad token")
    void emptyParameter() {
        assertThat(at(Predecessor.QUART_JWT_EXTENDED, "query_string")
                        .answer(Request.get().query("jwt=")))
                .isEqualTo(msg(401, "Missing \"jwt\" query paramater"));
        assertThat(at(Predecessor.FASTJWT, "query").answer(Request.get().query("token=")))
                .startsWith("422 ")
                .contains("Not enough segments");
    }

    @Test
    @DisplayName("Refresh tokens have a cookie and a member of their own")
    void refresh() {
        for (Predecessor each : Predecessor.values()) {
            App app = at(each, "cookies", "json");
            String token = app.token("type:\"refresh\"", "-fresh");
            assertThat(app.answer(
                            Request.get().cookie("refresh_token_cookie", token),
                            route -> route.refresh()))
                    .isEqualTo(PASSED);
            assertThat(app.answer(
                            Request.get().cookie("access_token_cookie", token),
                            route -> route.refresh()))
                    .startsWith("401 ");
            assertThat(app.answer(
                            Request.get().json("{\"refresh_token\":\"" + token + "\"}"),
                            route -> route.refresh()))
                    .isEqualTo(PASSED);
        }
    }

    @Test
    @DisplayName("FastJWT looks for refresh tokens in cookies and bodies alone")
    void fastJwtRefresh() {
        String token = fastJwt.token("type:\"refresh\"");
        assertThat(fastJwt.answer(Request.get().bearer(token), route -> route.refresh()))
                .startsWith("401 ");
    }

    @Test
    @DisplayName(
            "The notes of several locations stand in their order, a route's before the configured")
    void notes() {
        App app = at(Predecessor.FLASK_JWT_EXTENDED, "headers", "cookies", "query_string", "json");
        assertThat(app.answer(Request.get()))
                .isEqualTo(msg(
                        401,
                        "Missing JWT in headers, cookies, query_string or json (Missing"
                                + " Authorization Header; Missing cookie \"access_token_cookie\";"
                                + " Missing 'jwt' query paramater; Invalid content-type. Must be"
                                + " application/json.)"));
        assertThat(app.answer(
                        Request.get(), route -> route.locations(Location.JSON, Location.COOKIES)))
                .isEqualTo(msg(
                        401,
                        "Missing JWT in json or cookies (Invalid content-type. Must be"
                                + " application/json.; Missing cookie \"access_token_cookie\")"));
        assertThat(app.answer(Request.get(), route -> route.locations(Location.COOKIES)))
                .isEqualTo(msg(401, "Missing cookie \"access_token_cookie\""));
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("The first location with a token decides, even by a bad one")
    void firstDecides(Predecessor predecessor) {
        boolean fast = predecessor == Predecessor.FASTJWT;
        App app = at(predecessor, fast ? "query" : "query_string", "headers");
        String name = fast ? "token=" : "jwt=";
        assertThat(app.answer(Request.get().query(name + "nothing").bearer(app.token())))
                .startsWith("422 ")
                .contains("Not enough segments");
        assertThat(app.answer(Request.get().query(name + app.token()).bearer("nothing")))
                .isEqualTo(PASSED);
        assertThat(app.answer(Request.get().bearer(app.token()))).isEqualTo(PASSED);
    }

    @Test
    @DisplayName(
            "On an optional route a request without a token is anonymous; a bad header is so for Quart alone")
    void optional() {
        for (App app : new App[] {flask, quart, fastJwt}) {
            assertThat(app.answer(Request.get(), route -> route.optional())).isEqualTo("Anonymous");
        }
        Request two = Request.get().header("Authorization", "Bearer a, Bearer b");
        assertThat(flask.answer(two, route -> route.optional())).isEqualTo("Anonymous");
        Request bad = Request.get().header("Authorization", "Bearer a b");
        assertThat(flask.answer(bad, route -> route.optional())).startsWith("422 ");
        assertThat(quart.answer(bad, route -> route.optional())).isEqualTo("Anonymous");
    }
}
