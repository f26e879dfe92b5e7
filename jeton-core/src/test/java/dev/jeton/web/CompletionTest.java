package dev.jeton.web;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class CompletionTest {
    private static final String ACCESS = "__Host-access_token";
    private static final String REFRESH = "__Host-refresh_token";

    private final WebFixture web = WebFixture.of(HEADERS, COOKIES);

    private static List<String> cleared(Outcome outcome, Set<String> set) {
        return outcome.beforeCommit(200, set).stream()
                .filter(header -> header.name().equals("Set-Cookie"))
                .map(header -> header.value().substring(0, header.value().indexOf(';')))
                .toList();
    }

    private Outcome logout(Request request) {
        return web.decide(request, r -> r.logout());
    }

    private void assertClears(Outcome outcome) {
        assertThat(cleared(outcome, Set.of()))
                .containsExactlyInAnyOrder(ACCESS + "=", REFRESH + "=", "csrf_token=");
        assertThat(outcome.beforeCommit(200, Set.of()))
                .contains(new HttpHeader("Cache-Control", "no-store"));
    }

    @Test
    @DisplayName("CKE-11: a logout clears all token cookies in every outcome")
    void everyOutcome() {
        assertClears(logout(Request.post().bearer(web.access())));
        assertClears(logout(Request.post().bearer(web.refresh())));
        assertClears(logout(Request.post()));
        assertClears(logout(Request.post().bearer("x")));
        assertClears(logout(Request.post().cookie(ACCESS, web.access())));
        assertClears(web.decide(Request.post(), r -> r.logout().optional()));
    }

    @Test
    @DisplayName("REV-14: a logout whose store is down is 503, and the cookies are cleared still")
    void storeDown() {
        web.revocation = jwt -> {
            throw new CheckUnavailableException("store");
        };
        Outcome outcome = logout(Request.post().bearer(web.access()));
        assertThat(((Outcome.Denied) outcome).answer().status()).isEqualTo(503);
        assertClears(outcome);
    }

    @Test
    @DisplayName("A logout takes expired tokens of both types, and forged ones not")
    void expired() {
        String access = web.access();
        String refresh = web.refresh();
        web.clock.forward(WebFixture.REFRESH_LIFE.plus(WebFixture.SKEW));
        assertThat(logout(Request.post().bearer(access))).isInstanceOf(Outcome.Authenticated.class);
        assertThat(logout(Request.post().bearer(refresh)))
                .isInstanceOf(Outcome.Authenticated.class);
        assertThat(logout(Request.post().bearer(access + "x"))).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    @DisplayName("A logout with the refresh cookie alone finds that")
    void refreshCookie() {
        String token = web.sign(
                web.draft(dev.jeton.jwt.TokenType.REFRESH, o -> o.session("sid", "csrf-value")));
        Request request =
                Request.post().cookie(REFRESH, token).header("X-CSRF-TOKEN", "csrf-value");
        assertThat(logout(request)).isInstanceOf(Outcome.Authenticated.class);
    }

    @Test
    @DisplayName("A logout leaves the cookies that the handler has seen to")
    void handledByTheHandler() {
        Outcome outcome = logout(Request.post().bearer(web.access()));
        assertThat(cleared(outcome, Set.of(ACCESS))).containsExactly(REFRESH + "=");
        assertThat(outcome.beforeCommit(200, Set.of(ACCESS, REFRESH, "csrf_token")))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "CSR-16: a refused logout that the browser marks as another site's doing clears nothing")
    void foreignLogout() {
        Outcome outcome = logout(
                Request.post().cookie(ACCESS, web.access()).header("Sec-Fetch-Site", "cross-site"));
        assertThat(((Outcome.Denied) outcome).refusal().reason()).isEqualTo(Reason.ORIGIN_REFUSED);
        assertThat(outcome.beforeCommit(403, Set.of())).isEmpty();
        assertThat(logout(Request.post().header("Sec-Fetch-Site", "same-site"))
                        .beforeCommit(401, Set.of()))
                .isEmpty();
        assertClears(logout(
                Request.get().cookie(ACCESS, web.access()).header("Sec-Fetch-Site", "cross-site")));
    }

    @Test
    @DisplayName("Other routes clear nothing")
    void otherRoutes() {
        assertThat(web.passed(Request.get().bearer(web.access())).beforeCommit(200, Set.of()))
                .isEmpty();
        assertThat(web.decide(Request.get()).beforeCommit(401, Set.of())).isEmpty();
    }

    @Test
    @DisplayName(
            "A renewal is asked once for each answer, of unprotected routes too, and never after a logout")
    void renewal() {
        HttpHeader renewed = new HttpHeader("Set-Cookie", "renewed=1");
        web.renewal = (request, outcome, status, cookies) ->
                status < 400 && !cookies.contains(ACCESS) ? List.of(renewed) : List.of();
        Outcome.Authenticated passed = web.passed(Request.get().bearer(web.access()));
        assertThat(passed.beforeCommit(200, Set.of())).containsExactly(renewed);
        assertThat(passed.beforeCommit(500, Set.of())).isEmpty();
        assertThat(passed.beforeCommit(200, Set.of(ACCESS))).isEmpty();
        Outcome unchecked = web.authenticator().unprotected(Request.get());
        assertThat(unchecked.beforeCommit(200, Set.of())).containsExactly(renewed);
        assertThat(logout(Request.post().bearer(web.access())).beforeCommit(200, Set.of()))
                .doesNotContain(renewed);
    }
}
