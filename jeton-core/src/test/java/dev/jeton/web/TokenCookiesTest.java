package dev.jeton.web;

import static dev.jeton.jwt.TokenType.ACCESS;
import static dev.jeton.jwt.TokenType.REFRESH;
import static dev.jeton.web.TokenCookies.Options.CONFIGURED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.jwt.TokenType;
import dev.jeton.web.CookieSettings.Clearing;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.CookieSettings.Slot;
import dev.jeton.web.TokenCookies.Options;
import dev.jeton.web.TokenCookies.Token;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class TokenCookiesTest {
    private static final String STRICT_END = "; Secure; HttpOnly; SameSite=Lax";

    private final WebFixture web = WebFixture.of();

    private Token token(TokenType type, @Nullable Duration life) {
        return new Token(
                type,
                "t." + type.claim(),
                "csrf-value",
                life == null ? null : web.clock.instant().plus(life));
    }

    private Token access() {
        return token(ACCESS, WebFixture.ACCESS_LIFE);
    }

    private Token refresh() {
        return token(REFRESH, WebFixture.REFRESH_LIFE);
    }

    private List<String> cookies(List<HttpHeader> fields) {
        assertThat(fields).last().isEqualTo(new HttpHeader("Cache-Control", "no-store"));
        assertThat(fields.subList(0, fields.size() - 1))
                .allMatch(field -> field.name().equals("Set-Cookie"));
        return fields.stream().limit(fields.size() - 1L).map(HttpHeader::value).toList();
    }

    private List<String> set(Options options, Token... tokens) {
        return cookies(web.tokenCookies().set(List.of(tokens), options));
    }

    private void settings(Persistence persistence, @Nullable Duration fixed) {
        CookieSettings s = web.cookies;
        web.cookies = new CookieSettings(
                s.access(),
                s.refresh(),
                s.domain(),
                s.secure(),
                s.sameSite(),
                persistence,
                fixed,
                s.prefixed(),
                s.companions(),
                s.clearing(),
                s.companionLife());
    }

    @Test
    @DisplayName("CKE-01, CKE-13: the cookies of a login, as they are set by default")
    void login() {
        assertThat(set(CONFIGURED, access(), refresh()))
                .containsExactly(
                        "__Host-access_token=t.access; Path=/; Max-Age=900" + STRICT_END,
                        "csrf_token=csrf-value; Path=/; Max-Age=2592000; Secure; SameSite=Lax",
                        "__Host-refresh_token=t.refresh; Path=/; Max-Age=2592000" + STRICT_END);
    }

    @Test
    @DisplayName(
            "A companion that both tokens share outlives a renewed access token: the refresh token needs it still")
    void companionOutlivesAccess() {
        assertThat(set(CONFIGURED, access()))
                .containsExactly(
                        "__Host-access_token=t.access; Path=/; Max-Age=900" + STRICT_END,
                        "csrf_token=csrf-value; Path=/; Max-Age=2592000; Secure; SameSite=Lax");
    }

    @Test
    @DisplayName(
            "CKE-14: Max-Age is what is left of the token's life, in whole seconds, and never negative")
    void maxAge() {
        Token token = access();
        web.clock.forward(Duration.ofMillis(1500));
        assertThat(set(CONFIGURED, token).get(0)).contains("; Max-Age=898;");
        web.clock.forward(Duration.ofDays(1));
        assertThat(set(CONFIGURED, token).get(0)).contains("; Max-Age=0;");
    }

    @Test
    @DisplayName("CKE-14: a Max-Age of the call or the configuration never outlives the token")
    void boundedByLife() {
        assertThat(set(CONFIGURED.maxAge(Duration.ofMinutes(1)), access()).get(0))
                .contains("; Max-Age=60;");
        assertThat(set(CONFIGURED.maxAge(Duration.ofDays(1)), access()).get(0))
                .contains("; Max-Age=900;");
        settings(Persistence.FIXED, Duration.ofHours(1));
        assertThat(set(CONFIGURED, refresh()).get(0)).contains("; Max-Age=3600;");
        assertThat(set(CONFIGURED, access()).get(0)).contains("; Max-Age=900;");
        assertThat(set(CONFIGURED, token(ACCESS, null)).get(0)).contains("; Max-Age=3600;");
    }

    @Test
    @DisplayName("CKE-14: no cookie is kept for more than 400 days")
    void longest() {
        assertThat(set(CONFIGURED, token(ACCESS, null)).get(0)).contains("; Max-Age=34560000;");
        assertThat(set(CONFIGURED, token(ACCESS, Duration.ofDays(4000))).get(0))
                .contains("; Max-Age=34560000;");
        assertThat(set(CONFIGURED.maxAge(Duration.ofDays(400)), token(ACCESS, null))
                        .get(0))
                .contains("; Max-Age=34560000;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(CONFIGURED.maxAge(Duration.ofDays(401)), access()))
                .withMessageContaining("400 days");
    }

    @Test
    @DisplayName("A session cookie has no Max-Age, nor has its companion")
    void sessionCookie() {
        assertThat(set(CONFIGURED.sessionCookie(), access(), refresh()))
                .hasSize(3)
                .noneMatch(cookie -> cookie.contains("Max-Age"));
        settings(Persistence.SESSION, null);
        assertThat(set(CONFIGURED, access())).noneMatch(cookie -> cookie.contains("Max-Age"));
        assertThat(set(CONFIGURED.maxAge(Duration.ofMinutes(1)), access()))
                .allMatch(cookie -> cookie.contains("Max-Age=60"));
    }

    @Test
    @DisplayName("The prefix is the strictest that the attributes allow, and companions have none")
    void prefixes() {
        assertThat(names()).containsExactly("__Host-access_token", "__Host-refresh_token");
        web.cookies = WebFixture.cookies("example.org", true, "Lax");
        assertThat(names()).containsExactly("__Secure-access_token", "__Secure-refresh_token");
        web.cookies = WebFixture.cookies(null, false, "Lax");
        assertThat(names()).containsExactly("access_token", "refresh_token");
        assertThat(web.tokenCookies().csrfName(ACCESS)).isEqualTo("csrf_token");
    }

    @Test
    @DisplayName("A path of its own takes the __Host- prefix from that cookie alone")
    void ownPath() {
        CookieSettings s = web.cookies;
        web.cookies = with(new Slot("refresh_token", "/auth", "csrf_token", "/"), s.clearing());
        assertThat(names()).containsExactly("__Host-access_token", "__Secure-refresh_token");
        assertThat(set(CONFIGURED, refresh()).get(0))
                .isEqualTo("__Secure-refresh_token=t.refresh; Path=/auth; Max-Age=2592000"
                        + STRICT_END);
    }

    private List<String> names() {
        return List.of(web.tokenCookies().name(ACCESS), web.tokenCookies().name(REFRESH));
    }

    private CookieSettings with(Slot refresh, Clearing clearing) {
        CookieSettings s = web.cookies;
        return new CookieSettings(
                s.access(),
                refresh,
                s.domain(),
                s.secure(),
                s.sameSite(),
                s.persistence(),
                s.fixedMaxAge(),
                s.prefixed(),
                s.companions(),
                clearing,
                s.companionLife());
    }

    @Test
    @DisplayName(
            "CKE-11: a logout clears the cookies and their companion with the attributes they were set with")
    void unsetAll() {
        assertThat(cookies(web.tokenCookies().unset(List.of(ACCESS, REFRESH), CONFIGURED)))
                .containsExactly(
                        "__Host-access_token=; Path=/; Max-Age=0" + STRICT_END,
                        "csrf_token=; Path=/; Max-Age=0; Secure; SameSite=Lax",
                        "__Host-refresh_token=; Path=/; Max-Age=0" + STRICT_END);
    }

    @Test
    @DisplayName(
            "A shared companion stays while one of the tokens does; one of its own goes with its token")
    void unsetOne() {
        assertThat(cookies(web.tokenCookies().unset(ACCESS, CONFIGURED)))
                .containsExactly("__Host-access_token=; Path=/; Max-Age=0" + STRICT_END);
        web.cookies = with(new Slot("refresh_token", "/", "refresh_csrf", "/r"), Clearing.AS_SET);
        assertThat(cookies(web.tokenCookies().unset(REFRESH, CONFIGURED)))
                .containsExactly(
                        "__Host-refresh_token=; Path=/; Max-Age=0" + STRICT_END,
                        "refresh_csrf=; Path=/r; Max-Age=0; Secure; SameSite=Lax");
    }

    @Test
    @DisplayName("Companions of their own live as long as their token")
    void ownCompanions() {
        web.cookies = with(new Slot("refresh_token", "/", "refresh_csrf", "/"), Clearing.AS_SET);
        assertThat(set(CONFIGURED, access(), refresh()))
                .anyMatch(c -> c.startsWith("csrf_token=csrf-value; Path=/; Max-Age=900;"))
                .anyMatch(c -> c.startsWith("refresh_csrf=csrf-value; Path=/; Max-Age=2592000;"));
    }

    @Test
    @DisplayName("A bare clearing has SameSite=Lax alone")
    void bareClearing() {
        web.cookies = with(web.cookies.refresh(), Clearing.BARE_LAX);
        assertThat(cookies(web.tokenCookies().unset(ACCESS, CONFIGURED)))
                .containsExactly("__Host-access_token=; Path=/; Max-Age=0; SameSite=Lax");
    }

    @Test
    @DisplayName("A call names a domain, for setting and for clearing")
    void domainOfTheCall() {
        web.cookies = WebFixture.cookies("example.org", true, "Strict");
        Options options = CONFIGURED.domain("app.example.org");
        assertThat(set(options, access()))
                .allMatch(cookie -> cookie.contains("; Domain=app.example.org;"));
        assertThat(cookies(web.tokenCookies().unset(ACCESS, options)))
                .containsExactly(
                        "__Secure-access_token=; Path=/; Domain=app.example.org; Max-Age=0; Secure; HttpOnly; SameSite=Strict");
        assertThat(set(CONFIGURED, access())).allMatch(c -> c.contains("; Domain=example.org;"));
    }

    @Test
    @DisplayName("CKE-03: a __Host- cookie gets no domain from a call")
    void noDomainForHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(CONFIGURED.domain("example.org"), access()))
                .withMessageContaining("__Host-access_token")
                .withMessageContaining("configure the domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a;b",
                "a\r\nSet-Cookie: x=y",
                "a,b",
                "\"a\"",
                "a\u00e9",
                "a\\b",
                "\u0000",
                "a\u007f"
            })
    @DisplayName("CKE-12: a text that no cookie can hold is refused, and not repeated")
    void badValues(String text) {
        Token bad = new Token(ACCESS, text, null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(CONFIGURED, bad))
                .withMessageContaining("__Host-access_token")
                .withMessageNotContaining(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(CONFIGURED, new Token(ACCESS, "t", text, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "a b", "a\r\nb", "b\u00fccher.example"})
    @DisplayName("CKE-12: a domain that is none is refused")
    void badDomains(String domain) {
        web.cookies = WebFixture.cookies(null, false, "Lax");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(CONFIGURED.domain(domain), access()));
    }

    @Test
    @DisplayName("CKE-10: a cookie holds 4,096 bytes, name included, and one more is refused")
    void limit() {
        int room = 4_096 - "__Host-access_token".length();
        set(CONFIGURED, new Token(ACCESS, "x".repeat(room), null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        set(CONFIGURED, new Token(ACCESS, "x".repeat(room + 1), null, null)))
                .withMessage(
                        "the cookie __Host-access_token has 4,097 bytes, and browsers keep 4,096 at most");
    }

    @Test
    @DisplayName(
            "CKE-10: a token that is too long is refused with the sizes of its largest claims, and without their values")
    void largestClaims() {
        String text = web.access(
                o -> o.claim("profile", "p".repeat(3_000)).claim("tags", "t".repeat(500)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(CONFIGURED, new Token(ACCESS, text, null, null)))
                .withMessageContaining(
                        "its largest claims are profile (3,012 bytes), tags (509 bytes), ")
                .withMessageNotContaining("ppp");
    }

    @Test
    @DisplayName(
            "Without companions, without protection or without a value only the token's cookie is set")
    void withoutCompanion() {
        assertThat(set(CONFIGURED, new Token(ACCESS, "t", null, null))).hasSize(1);
        web.csrf = s -> new CsrfSettings(
                false, s.methods(), true, "X", "X", false, "x", "x", s.trustedOrigins(), true);
        assertThat(set(CONFIGURED, access())).hasSize(1);
        assertThat(cookies(web.tokenCookies().unset(List.of(ACCESS, REFRESH), CONFIGURED)))
                .hasSize(2);
    }

    @Test
    @DisplayName("I5: a token about to become a cookie does not show its text")
    void noTextInToString() {
        assertThat(access()).hasToString("Token[access]");
    }
}
