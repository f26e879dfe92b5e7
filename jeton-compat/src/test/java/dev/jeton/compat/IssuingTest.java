package dev.jeton.compat;

import static dev.jeton.compat.Predecessor.FLASK_JWT_EXTENDED;
import static dev.jeton.compat.Predecessor.QUART_JWT_EXTENDED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which claims a token gets. */
class IssuingTest {
    private static final long NOW = App.NOW;
    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** The payload with the drawn values out of the way. */
    private static String drawn(String token) {
        return Forged.payload(token).replaceAll("\"" + UUID + "\"", "UUID");
    }

    private static String access(App app) {
        return drawn(app.compat.accessToken("ada", new IssueOptions()));
    }

    private static String refresh(App app) {
        return drawn(app.compat.refreshToken("ada", new IssueOptions()));
    }

    private static String claim(String token, String name) {
        return Forged.payload(token)
                .replaceAll(
                        "^.*\"" + name + "\":(\"[^\"]*\"|[^,}\\[{]*|\\[.*]|\\{[^}]*}).*$", "$1");
    }

    @Test
    @DisplayName("Flask's tokens: fresh in both types, a CSRF value while protection is on")
    void flask() {
        App app = App.flask("JWT_ENCODE_ISSUER", "me", "JWT_ENCODE_AUDIENCE", List.of("a", "b"));
        assertThat(access(app))
                .isEqualTo(
                        "{\"fresh\":false,\"iat\":%1$d,\"jti\":UUID,\"type\":\"access\",\"sub\":\"ada\","
                                        .formatted(NOW)
                                + "\"nbf\":%d,\"csrf\":UUID,\"aud\":[\"a\",\"b\"],\"iss\":\"me\",\"exp\":%d}"
                                        .formatted(NOW, NOW + 900));
        assertThat(refresh(app))
                .contains("\"fresh\":false", "\"type\":\"refresh\"", "\"iss\":\"me\"")
                .contains("\"exp\":" + (NOW + 30 * 86_400));
        assertThat(access(App.flask("JWT_ENCODE_NBF", false))).doesNotContain("nbf", "aud", "iss");
    }

    @Test
    @DisplayName(
            "Quart's tokens: fresh and issuer in access tokens, a CSRF value where cookies are a location")
    void quart() {
        App app = App.quart("JWT_ENCODE_ISSUER", "me", "JWT_TOKEN_LOCATION", "cookies");
        assertThat(access(app))
                .contains(
                        "\"identity\":\"ada\"",
                        "\"fresh\":false",
                        "\"iss\":\"me\"",
                        "\"csrf\":UUID")
                .doesNotContain("user_claims", "\"sub\"");
        assertThat(refresh(app)).doesNotContain("\"fresh\"", "\"iss\"").contains("\"csrf\":UUID");
        assertThat(access(App.quart())).doesNotContain("csrf");
    }

    @Test
    @DisplayName(
            "FastJWT's tokens: no nbf, refresh tokens for 20 days, a CSRF value where cookies are a location")
    void fastJwt() {
        App app = App.fastJwt("JWT_ENCODE_ISSUER", "me", "JWT_ENCODE_AUDIENCE", List.of("a"));
        assertThat(access(app))
                .isEqualTo(
                        "{\"sub\":\"ada\",\"jti\":UUID,\"type\":\"access\",\"fresh\":false,\"iat\":%d,\"exp\":%d,"
                                        .formatted(NOW, NOW + 900)
                                + "\"aud\":[\"a\"],\"iss\":\"me\"}");
        assertThat(refresh(app))
                .doesNotContain("\"fresh\"")
                .contains("\"exp\":" + (NOW + 20 * 86_400));
        assertThat(access(App.fastJwt("JWT_TOKEN_LOCATION", "cookies"))).contains("\"csrf\":UUID");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("What an application issues opens its routes")
    void roundTrip(Predecessor predecessor) {
        App app = App.of(predecessor);
        String fresh = app.compat.accessToken("ada", new IssueOptions().fresh(true));
        assertThat(app.answer(Request.get().bearer(fresh), route -> route.fresh()))
                .isEqualTo("passed: ada");
    }

    @Test
    @DisplayName(
            "An identity may be any JSON; Flask's own tokens with one that is no text are refused as it refuses them")
    void identities() {
        Object[] identities = {5, 1.5, true, Arrays.asList(1, null), Map.of("a", "b"), "", "Zoë"};
        App quart = App.quart();
        App flask = App.flask("JWT_VERIFY_SUB", false);
        for (Object identity : identities) {
            for (App app : new App[] {quart, flask}) {
                String token = app.compat.accessToken(identity, new IssueOptions());
                assertThat(app.answer(Request.get().bearer(token))).startsWith("passed: ");
            }
        }
        App strict = App.flask();
        String number = strict.compat.accessToken(5, new IssueOptions());
        assertThat(strict.answer(Request.get().bearer(number)))
                .isEqualTo("422 {\"msg\":\"Subject must be a string\"}");
    }

    @Test
    @DisplayName("FastJWT writes an identity as text, and refuses an array or an object")
    void fastJwtIdentities() {
        App app = App.fastJwt();
        assertThat(claim(app.compat.accessToken(5, new IssueOptions()), "sub")).isEqualTo("\"5\"");
        assertThat(claim(app.compat.accessToken(true, new IssueOptions()), "sub"))
                .isEqualTo("\"True\"");
        assertThat(claim(app.compat.accessToken(null, new IssueOptions()), "sub"))
                .isEqualTo("null");
        assertThat(App.refusal(() -> app.compat.accessToken(List.of("a"), new IssueOptions())))
                .startsWith("422 ");
    }

    @Test
    @DisplayName("The identity callback makes the identity of the application's object")
    void identityCallback() {
        App app = App.with(
                FLASK_JWT_EXTENDED, hooks -> hooks.identity(user -> ((Map<?, ?>) user).get("id")));
        assertThat(claim(app.compat.accessToken(Map.of("id", "u1"), new IssueOptions()), "sub"))
                .isEqualTo("\"u1\"");
    }

    @Test
    @DisplayName("Flask merges given and general claims, and lets them replace its own")
    void flaskClaims() {
        App app = App.with(
                FLASK_JWT_EXTENDED,
                hooks -> hooks.additionalClaims((user, type) -> Map.of("a", 1, "b", 1)));
        String token = app.compat.accessToken(
                "ada", new IssueOptions().claims(Map.of("b", 2, "type", "refresh", "exp", 5)));
        assertThat(Forged.payload(token))
                .contains("\"a\":1", "\"b\":2", "\"type\":\"refresh\"", "\"exp\":5");
    }

    @Test
    @DisplayName(
            "Quart takes the given claims instead of the general ones, an empty object included, and sets them apart")
    void quartClaims() {
        App app = App.with(
                QUART_JWT_EXTENDED,
                hooks -> hooks.additionalClaims((user, type) -> Map.of("a", 1)),
                "JWT_USER_CLAIMS",
                "uc");
        assertThat(access(app)).contains("\"uc\":{\"a\":1}");
        assertThat(drawn(app.compat.accessToken(
                        "ada", new IssueOptions().claims(Map.of("type", "x")))))
                .contains("\"uc\":{\"type\":\"x\"}", "\"type\":\"access\"");
        assertThat(drawn(app.compat.accessToken("ada", new IssueOptions().claims(Map.of()))))
                .doesNotContain("uc");
    }

    @Test
    @DisplayName(
            "Quart asks for the user claims of refresh tokens only where it is told to; given ones are always written")
    void quartRefreshClaims() {
        Object[] on = {"JWT_CLAIMS_IN_REFRESH_TOKEN", true};
        for (Object[] options : new Object[][] {{}, on}) {
            App app = App.with(
                    QUART_JWT_EXTENDED,
                    hooks -> hooks.additionalClaims((user, type) -> Map.of("a", 1)),
                    options);
            assertThat(refresh(app).contains("\"user_claims\":{\"a\":1}"))
                    .isEqualTo(options.length > 0);
            assertThat(drawn(app.compat.refreshToken(
                            "ada", new IssueOptions().claims(Map.of("b", 2)))))
                    .contains("\"user_claims\":{\"b\":2}");
        }
    }

    @Test
    @DisplayName("Given claims do not replace FastJWT's own")
    void fastJwtClaims() {
        App app = App.with(
                Predecessor.FASTJWT,
                hooks -> hooks.additionalClaims((user, type) -> Map.of("b", 1)));
        IssueOptions own = new IssueOptions().claims(Map.of("sub", "bob"));
        assertThat(App.refusal(() -> app.compat.accessToken("ada", own))).startsWith("422 ");
        assertThat(Forged.payload(
                        app.compat.accessToken("ada", new IssueOptions().claims(Map.of("a", 1)))))
                .contains("\"a\":1", "\"b\":1");
    }

    @Test
    @DisplayName("Header parameters may be given, but not how a token is signed")
    void headers() {
        App app = App.with(
                FLASK_JWT_EXTENDED,
                hooks -> hooks.additionalHeaders((user, type) -> Map.of("a", 1, "b", 1)));
        String token = app.compat.accessToken(
                "ada", new IssueOptions().headers(Map.of("b", 2, "kid", "k1", "typ", "at+jwt")));
        assertThat(Forged.header(token))
                .contains("\"a\":1", "\"b\":2", "\"kid\":\"k1\"", "\"typ\":\"at+jwt\"", "HS256");
        for (String refused : List.of("alg", "crit", "b64")) {
            assertThat(App.refusal(() -> app.compat.accessToken(
                            "ada", new IssueOptions().headers(Map.of(refused, "none")))))
                    .startsWith("422 ");
        }
        assertThat(App.refusal(() -> app.compat.accessToken(
                        "ada", new IssueOptions().headers(Map.of("kid", 5)))))
                .isEqualTo("422 {\"msg\":\"Key ID header parameter must be a string\"}");
    }

    @Test
    @DisplayName("A lifetime may be given with a token: also one in the past, or none")
    void lifetimes() {
        App app = App.flask();
        assertThat(claim(
                        app.compat.accessToken(
                                "ada", new IssueOptions().lifetime(Duration.ofMinutes(1))),
                        "exp"))
                .isEqualTo(String.valueOf(NOW + 60));
        String dead =
                app.compat.accessToken("ada", new IssueOptions().lifetime(Duration.ofMinutes(-1)));
        assertThat(app.answer(Request.get().bearer(dead)))
                .isEqualTo("401 {\"msg\":\"Token has expired\"}");
        assertThat(Forged.payload(
                        app.compat.refreshToken("ada", new IssueOptions().insecureWithoutExpiry())))
                .doesNotContain("exp");
    }

    @Test
    @DisplayName("A token may be fresh for a time")
    void freshFor() {
        App app = App.flask();
        String token =
                app.compat.accessToken("ada", new IssueOptions().freshFor(Duration.ofMinutes(5)));
        assertThat(claim(token, "fresh")).isEqualTo(String.valueOf(NOW + 300));
    }
}
