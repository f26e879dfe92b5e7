package dev.jeton.web;

import static dev.jeton.jwt.TokenType.ACCESS;
import static dev.jeton.jwt.TokenType.REFRESH;
import static dev.jeton.web.TokenCookies.Options.CONFIGURED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.jwt.TokenType;
import dev.jeton.web.CookieSettings.Clearing;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.CookieSettings.Slot;
import dev.jeton.web.TokenCookies.Token;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** The cookies that scripts read, and names and ages as other configurations have them. */
class CompanionTest {
    private static final Slot ACCESS_SLOT = new Slot("access_token", "/", "csrf_token", "/");
    private static final Slot REFRESH_SLOT = new Slot("refresh_token", "/", "csrf_token", "/");

    private final WebFixture web = WebFixture.of();

    private Token token(TokenType type, Duration life) {
        return new Token(type, "t", "csrf-value", web.clock.instant().plus(life));
    }

    private List<String> set(Token... tokens) {
        return web.tokenCookies().set(List.of(tokens), CONFIGURED).stream()
                .filter(field -> field.name().equals("Set-Cookie"))
                .map(HttpHeader::value)
                .toList();
    }

    private static CookieSettings cookies(
            Slot access, Slot refresh, boolean companions, @Nullable Duration companionLife) {
        return new CookieSettings(
                access,
                refresh,
                null,
                true,
                "Lax",
                Persistence.TOKEN_LIFE,
                Duration.ofSeconds(7),
                true,
                companions,
                Clearing.AS_SET,
                companionLife);
    }

    private void companionLife(@Nullable Duration life) {
        web.cookies = cookies(ACCESS_SLOT, REFRESH_SLOT, true, life);
    }

    private List<String> companion(Duration tokenLife) {
        return set(token(ACCESS, tokenLife)).stream()
                .filter(cookie -> cookie.startsWith("csrf_token="))
                .toList();
    }

    private static String companionFor(long seconds) {
        return "csrf_token=csrf-value; Path=/; Max-Age=" + seconds + "; Secure; SameSite=Lax";
    }

    @Test
    @DisplayName("CSR-06: the companion lives as long as the longer-lived of the two tokens")
    void longerLived() {
        companionLife(Duration.ofHours(1));
        assertThat(companion(Duration.ofMinutes(1))).containsExactly(companionFor(3600));
        assertThat(companion(Duration.ofHours(2))).containsExactly(companionFor(7200));
    }

    @Test
    @DisplayName("CKE-14: a companion too is kept for 400 days at most")
    void longest() {
        companionLife(Duration.ofDays(4000));
        assertThat(companion(Duration.ofMinutes(1))).containsExactly(companionFor(34_560_000));
    }

    @Test
    @DisplayName("Without a life of its own a companion lives as long as its token")
    void noLifeOfItsOwn() {
        companionLife(null);
        assertThat(companion(Duration.ofMinutes(1))).containsExactly(companionFor(60));
    }

    @Test
    @DisplayName(
            "CKE-11: companions of one name on two paths are two, and each goes with its token")
    void twoPaths() {
        web.cookies = cookies(
                ACCESS_SLOT,
                new Slot("refresh_token", "/", "csrf_token", "/auth"),
                true,
                WebFixture.REFRESH_LIFE);
        assertThat(companion(Duration.ofMinutes(1))).containsExactly(companionFor(60));
        assertThat(web.tokenCookies().unset(ACCESS, CONFIGURED))
                .extracting(HttpHeader::value)
                .contains("csrf_token=; Path=/; Max-Age=0; Secure; SameSite=Lax")
                .hasSize(3);
    }

    @Test
    @DisplayName("Without companions none is set, and none is cleared")
    void noCompanions() {
        web.cookies = cookies(ACCESS_SLOT, REFRESH_SLOT, false, null);
        assertThat(set(token(ACCESS, Duration.ofMinutes(1)), token(REFRESH, Duration.ofDays(1))))
                .hasSize(2)
                .noneMatch(cookie -> cookie.startsWith("csrf_token"));
        assertThat(web.tokenCookies().unset(List.of(ACCESS, REFRESH), CONFIGURED))
                .hasSize(3);
    }

    @Test
    @DisplayName("CKE-14: a fixed age counts only where cookies are to be kept for one")
    void fixedAgeUnused() {
        companionLife(null);
        assertThat(set(token(ACCESS, Duration.ofMinutes(1))).get(0)).contains("; Max-Age=60;");
    }

    @Test
    @DisplayName("CKE-03: a name that is configured with a prefix gets no other")
    void configuredPrefix() {
        for (String name : List.of("__Host-a", "__Secure-a", "__secure-a")) {
            web.cookies = cookies(new Slot(name, "/", "csrf_token", "/"), REFRESH_SLOT, true, null);
            assertThat(web.tokenCookies().name(ACCESS)).isEqualTo(name);
        }
    }

    @Test
    @DisplayName("CKE-02: without a configured SameSite the cookies have none")
    void withoutSameSite() {
        web.cookies = WebFixture.cookies(null, true, null);
        assertThat(set(token(ACCESS, Duration.ofMinutes(1))).get(0))
                .isEqualTo("__Host-access_token=t; Path=/; Max-Age=60; Secure; HttpOnly");
    }

    @Test
    @DisplayName("Prefixes can be left out of secure cookies' names")
    void withoutPrefix() {
        CookieSettings s = web.cookies;
        web.cookies = new CookieSettings(
                s.access(),
                s.refresh(),
                s.domain(),
                true,
                s.sameSite(),
                s.persistence(),
                null,
                false,
                true,
                s.clearing(),
                null);
        assertThat(web.tokenCookies().name(ACCESS)).isEqualTo("access_token");
    }

    @Test
    @DisplayName("LOC-06: host-only cookies that were ambiguous are cleared once")
    void clearedOnce() {
        assertThat(web.tokenCookies().unsetVariants(List.of(ACCESS))).hasSize(2);
    }
}
