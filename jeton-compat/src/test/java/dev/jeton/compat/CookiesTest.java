package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.jwt.TokenType;
import dev.jeton.web.TokenCookies;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The cookies that an application sets and clears. */
class CookiesTest {
    private static final String TOKEN = "csrf:\"c\"";

    private static List<String> set(App app, String token) {
        return set(app, token, cookie -> cookie);
    }

    private static List<String> set(
            App app, String token, UnaryOperator<TokenCookies.Options> options) {
        List<String> fields = new ArrayList<>();
        app.compat.setCookies(
                (name, value) -> fields.add(value.replace(token, "TOKEN")),
                TokenType.ACCESS,
                token,
                options);
        return cookies(fields);
    }

    private static List<String> unset(App app, TokenType type) {
        List<String> fields = new ArrayList<>();
        app.compat.unsetCookies((name, value) -> fields.add(value), type, cookie -> cookie);
        return cookies(fields);
    }

    private static List<String> cookies(List<String> fields) {
        return fields.stream().filter(field -> field.contains("=")).toList();
    }

    @Test
    @DisplayName(
            "Flask's and Quart's cookies end with the browser, and have no SameSite, unless configured")
    void session() {
        for (Predecessor each :
                List.of(Predecessor.FLASK_JWT_EXTENDED, Predecessor.QUART_JWT_EXTENDED)) {
            App app = App.withCookies(each);
            assertThat(set(app, app.token(TOKEN)))
                    .containsExactly(
                            "access_token_cookie=TOKEN; Path=/; HttpOnly",
                            "csrf_access_token=c; Path=/");
        }
    }

    @Test
    @DisplayName("FastJWT's cookies are Secure and Lax")
    void fastJwt() {
        App app = App.withCookies(Predecessor.FASTJWT);
        assertThat(set(app, app.token(TOKEN)))
                .containsExactly(
                        "access_token_cookie=TOKEN; Path=/; Secure; HttpOnly; SameSite=Lax",
                        "csrf_access_token=c; Path=/; Secure; SameSite=Lax");
    }

    @Test
    @DisplayName(
            "Attributes are as configured; without sessions a cookie lives for what the libraries call a year")
    void configured() {
        App app = App.withCookies(
                Predecessor.FLASK_JWT_EXTENDED,
                "JWT_ACCESS_COOKIE_NAME",
                "a",
                "JWT_ACCESS_COOKIE_PATH",
                "/api",
                "JWT_ACCESS_CSRF_COOKIE_NAME",
                "c",
                "JWT_ACCESS_CSRF_COOKIE_PATH",
                "/app",
                "JWT_COOKIE_DOMAIN",
                "example.com",
                "JWT_COOKIE_SECURE",
                true,
                "JWT_COOKIE_SAMESITE",
                "Strict",
                "JWT_SESSION_COOKIE",
                false);
        assertThat(set(app, app.token(TOKEN)))
                .containsExactly(
                        "a=TOKEN; Path=/api; Domain=example.com; Max-Age=31540000; Secure; HttpOnly;"
                                + " SameSite=Strict",
                        "c=c; Path=/app; Domain=example.com; Max-Age=31540000; Secure;"
                                + " SameSite=Strict");
        assertThat(unset(app, TokenType.ACCESS))
                .allMatch(field ->
                        field.contains("Max-Age=0") && field.contains("Domain=example.com"));
    }

    @Test
    @DisplayName("A call may give the Max-Age and the domain")
    void given() {
        App app = App.withCookies(Predecessor.FLASK_JWT_EXTENDED);
        assertThat(set(
                        app,
                        app.token(TOKEN),
                        cookie -> cookie.maxAge(Duration.ofHours(1)).domain("example.com")))
                .allMatch(field ->
                        field.contains("Max-Age=3600") && field.contains("Domain=example.com"));
    }

    @Test
    @DisplayName("FastJWT's JWT_COOKIE_MAX_AGE is the age of its cookies")
    void fastJwtAge() {
        App app = App.withCookies(Predecessor.FASTJWT, "JWT_COOKIE_MAX_AGE", 600);
        assertThat(set(app, app.token(TOKEN))).allMatch(field -> field.contains("Max-Age=600"));
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName(
            "For the companion a token must be good and hold a value; without companions anything is set")
    void companion(Predecessor predecessor) {
        App app = App.withCookies(predecessor);
        assertThat(App.refusal(() -> set(app, "nothing"))).contains("Not enough segments");
        assertThat(App.refusal(() -> set(app, app.token()))).startsWith("422 ");
        App none = App.withCookies(predecessor, "JWT_CSRF_IN_COOKIES", false);
        assertThat(set(none, "nothing")).hasSize(1);
        App off = App.withCookies(predecessor, "JWT_COOKIE_CSRF_PROTECT", false);
        assertThat(set(off, "nothing")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("RFC 6265 §4.1.1: what no cookie can hold is refused with 422")
    void unfit(Predecessor predecessor) {
        App off = App.withCookies(predecessor, "JWT_COOKIE_CSRF_PROTECT", false);
        for (String token : new String[] {"a;b", "a b", "a\r\nb", "é"}) {
            assertThat(App.refusal(() -> set(off, token))).startsWith("422 ");
        }
    }

    @Test
    @DisplayName("Clearing takes the companion along, FastJWT's way without Secure and HttpOnly")
    void clearing() {
        assertThat(unset(App.withCookies(Predecessor.FLASK_JWT_EXTENDED), TokenType.REFRESH))
                .hasSize(2)
                .allMatch(field -> field.contains("Max-Age=0"))
                .anyMatch(field -> field.startsWith("refresh_token_cookie=;"))
                .anyMatch(field -> field.startsWith("csrf_refresh_token=;"));
        assertThat(unset(
                        App.withCookies(Predecessor.FASTJWT, "JWT_COOKIE_SAMESITE", "Strict"),
                        TokenType.ACCESS))
                .hasSize(2)
                .allMatch(field -> field.contains("SameSite=Lax"))
                .noneMatch(field -> field.contains("Secure") || field.contains("HttpOnly"));
    }

    @Test
    @DisplayName("What an application sets opens its routes")
    void roundTrip() {
        App app = App.withCookies(Predecessor.FLASK_JWT_EXTENDED);
        String token = app.compat.accessToken("ada", new IssueOptions());
        String value = app.compat.csrfToken(token);
        assertThat(set(app, token))
                .anyMatch(field -> field.startsWith("csrf_access_token=" + value + ";"));
        assertThat(app.answer(Request.post()
                        .cookie("access_token_cookie", token)
                        .header("X-CSRF-TOKEN", value)))
                .isEqualTo("passed: ada");
    }
}
