package dev.jeton.compat;

import static dev.jeton.compat.Predecessor.FASTJWT;
import static dev.jeton.compat.Predecessor.FLASK_JWT_EXTENDED;
import static dev.jeton.compat.Predecessor.QUART_JWT_EXTENDED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class OptionsTest {
    private static long life(App app) {
        String payload = Forged.payload(app.compat.accessToken("ada", new IssueOptions()));
        String end = payload.replaceAll(".*\"exp\":(\\d+).*", "$1");
        return end.equals(payload) ? -1 : Long.parseLong(end) - App.NOW;
    }

    @ParameterizedTest
    @CsvSource({
        "FLASK_JWT_EXTENDED, JWT_TOKEN_LOCATIONS, JWT_TOKEN_LOCATION",
        "QUART_JWT_EXTENDED, JWT_BLACKLIST_ENABLE, JWT_BLACKLIST_ENABLED",
        "QUART_JWT_EXTENDED, JWT_CSRF_METHOD, JWT_CSRF_METHODS",
        "FASTJWT, JWT_COOKIE_MAXAGE, JWT_COOKIE_MAX_AGE",
        "FASTJWT, SECRET_KEY, JWT_SECRET_KEY"
    })
    @DisplayName("An unknown option is refused, and the nearest one named")
    void unknown(Predecessor predecessor, String name, String nearest) {
        assertThat(App.problems(predecessor, name, "x"))
                .containsExactly("%s is no option of %s: did you mean %s?"
                        .formatted(name, predecessor.title(), nearest));
    }

    @Test
    @DisplayName("All problems are named at once, each with its mend, and each only once")
    void allAtOnce() {
        assertThat(App.problems(
                        FLASK_JWT_EXTENDED,
                        "JWT_TOKEN_LOCATION",
                        List.of("headers", "trailers"),
                        "JWT_HEADER_NAME",
                        "",
                        "JWT_COOKIE_SAMESITE",
                        "bogus",
                        "JWT_ACCESS_TOKEN_EXPIRES",
                        0,
                        "JWT_COOKIE_SECURE",
                        "maybe",
                        "JWT_SECRET_KEYS",
                        "x"))
                .containsExactlyInAnyOrder(
                        "JWT_TOKEN_LOCATION knows no \"trailers\": take of headers, cookies, "
                                + "query_string and json",
                        "JWT_HEADER_NAME is empty: give it a name, or leave it out",
                        "JWT_COOKIE_SAMESITE is \"bogus\": take Strict, Lax or None, or leave it out",
                        "JWT_ACCESS_TOKEN_EXPIRES takes seconds greater than 0, or false for tokens "
                                + "that never expire",
                        "JWT_COOKIE_SECURE takes true or false",
                        "JWT_SECRET_KEYS is no option of Flask-JWT-Extended 4.7: did you mean "
                                + "JWT_SECRET_KEY?");
    }

    @Test
    @DisplayName("An application whose build failed fails with the same problems again")
    void twice() {
        CompatBuilder builder = FLASK_JWT_EXTENDED.with(
                Map.of("JWT_SECRET_KEY", Forged.SECRET, "JWT_JSON_KEY", ""));
        List<String> first =
                catchThrowableOfType(SettingsException.class, builder::build).problems();
        assertThat(catchThrowableOfType(SettingsException.class, builder::build).problems())
                .isEqualTo(first)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName(
            "No location, and a value of no fitting kind, is refused when the application is built")
    void badValues(Predecessor predecessor) {
        assertThat(App.problems(predecessor, "JWT_TOKEN_LOCATION", List.of())).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_TOKEN_LOCATION", List.of(5))).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_ACCESS_TOKEN_EXPIRES", true)).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_REFRESH_TOKEN_EXPIRES", -5)).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_DECODE_LEEWAY", "soon")).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_HEADER_NAME", 5)).isNotEmpty();
        assertThat(App.problems(predecessor, "JWT_DECODE_AUDIENCE", 5)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600", "60.0, 60", "false, -1", "False, -1"})
    @DisplayName("Text will do for a number and for a switch")
    void lifetimesAsText(String given, long seconds) {
        assertThat(life(App.flask("JWT_ACCESS_TOKEN_EXPIRES", given))).isEqualTo(seconds);
    }

    @Test
    @DisplayName(
            "A lifetime is seconds, a Duration, or false for ever; 15 minutes unless configured")
    void lifetimes() {
        assertThat(life(App.quart())).isEqualTo(900);
        assertThat(life(App.fastJwt("JWT_ACCESS_TOKEN_EXPIRES", Duration.ofHours(2))))
                .isEqualTo(7200);
        assertThat(life(App.flask("JWT_ACCESS_TOKEN_EXPIRES", 60))).isEqualTo(60);
        assertThat(life(App.flask("JWT_ACCESS_TOKEN_EXPIRES", false))).isEqualTo(-1);
    }

    @Test
    @DisplayName("A list may be a text with commas; an audience is literal text")
    void lists() {
        App app = App.flask(
                "JWT_TOKEN_LOCATION", "cookies, headers", "JWT_DECODE_AUDIENCE", "urn:a,b");
        assertThat(app.answer(Request.get()))
                .contains("Missing JWT in cookies or headers (Missing cookie");
        assertThat(app.answer(Request.get().bearer(app.token("aud:\"urn:a,b\""))))
                .isEqualTo("passed: ada");
        assertThat(app.answer(Request.get().bearer(app.token("aud:\"b\""))))
                .isEqualTo("422 {\"msg\":\"Audience doesn't match\"}");
    }

    @Test
    @DisplayName("FastJWT calls the query string query, the others query_string")
    void queryName() {
        assertThat(App.problems(FASTJWT, "JWT_TOKEN_LOCATION", "query_string"))
                .singleElement()
                .asString()
                .endsWith("take of headers, cookies, query and json");
        assertThat(App.problems(QUART_JWT_EXTENDED, "JWT_TOKEN_LOCATION", "query"))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "The framework's SECRET_KEY will do where there is no JWT_SECRET_KEY, and yields to it")
    void frameworkSecret() {
        Map<String, Object> framework = new HashMap<>(Map.of("SECRET_KEY", Forged.SECRET));
        for (Predecessor each : List.of(FLASK_JWT_EXTENDED, QUART_JWT_EXTENDED)) {
            String token = each.with(framework).build().accessToken("ada", new IssueOptions());
            App own = App.of(each, "SECRET_KEY", Forged.OTHER_SECRET);
            assertThat(own.compat.unverifiedHeader(token)).containsEntry("alg", "HS256");
            assertThat(own.compat.decode(own.token()).has("jti")).isTrue();
        }
    }

    @Test
    @DisplayName("Options that FastJWT never looks at are accepted, do nothing, and are reported")
    void withoutEffect() {
        App app = App.fastJwt(
                "JWT_DECODE_LEEWAY",
                3600,
                "JWT_IDENTITY_CLAIM",
                "uid",
                "JWT_ENCODE_NBF",
                false,
                "JWT_IMPLICIT_REFRESH_METHOD_INCLUDE",
                List.of("GET"));
        assertThat(app.answer(Request.get().bearer(app.token("exp:" + (App.NOW - 1), "uid:\"b\""))))
                .startsWith("422");
        assertThat(app.answer(Request.get().bearer(app.token("uid:\"bob\""))))
                .isEqualTo("passed: ada");
        assertThat(app.compat.report())
                .endsWith("without effect, as in FastJWT 0.4: "
                        + String.join(", ", app.compat.options().withoutEffect()));
        assertThat(app.compat.options().withoutEffect())
                .containsExactlyInAnyOrder(
                        "JWT_DECODE_LEEWAY",
                        "JWT_IDENTITY_CLAIM",
                        "JWT_ENCODE_NBF",
                        "JWT_IMPLICIT_REFRESH_METHOD_INCLUDE");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("The report names the predecessor and what it loosens, and no secret")
    void report(Predecessor predecessor) {
        String report = App.of(predecessor).compat.report();
        assertThat(report)
                .contains(predecessor.title())
                .contains("exp")
                .doesNotContain(Forged.SECRET)
                .doesNotContain("without effect, as in");
    }

    @Test
    @DisplayName(
            "A block list without a callback, and a middleware of another library, is refused at the start")
    void hooksThatMiss() {
        assertThat(App.problems(QUART_JWT_EXTENDED, "JWT_BLACKLIST_ENABLED", true))
                .containsExactly("JWT_BLACKLIST_ENABLED is on, but nobody knows what is revoked: "
                        + "give a revocation callback, or leave the option out");
        SettingsException bad = catchThrowableOfType(
                SettingsException.class,
                () -> App.with(FLASK_JWT_EXTENDED, CompatBuilder::implicitRefresh));
        assertThat(bad.problems())
                .containsExactly("implicit refresh is FastJWT's: Flask-JWT-Extended 4.7 has no such"
                        + " middleware");
    }
}
