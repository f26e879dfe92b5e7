package dev.jeton.web;

import static dev.jeton.failure.Reason.EXPIRED;
import static dev.jeton.failure.Reason.MALFORMED;
import static dev.jeton.failure.Reason.REQUEST_AMBIGUOUS;
import static dev.jeton.failure.Reason.REVOKED;
import static dev.jeton.failure.Reason.SIGNATURE_INVALID;
import static dev.jeton.failure.Reason.TOKEN_MISSING;
import static dev.jeton.failure.Reason.TYPE_REFUSED;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocationOrderTest {
    private static final String COOKIE = "__Host-access_token";
    private static final String REFRESH_COOKIE = "__Host-refresh_token";

    private static Request both(WebFixture web) {
        return Request.get().bearer(web.access()).cookie(COOKIE, web.access());
    }

    @Test
    @DisplayName("LOC-01: the configured order decides which token is used")
    void configuredOrder() {
        WebFixture headersFirst = WebFixture.of(HEADERS, COOKIES);
        assertThat(headersFirst.passed(both(headersFirst)).location()).isEqualTo(HEADERS);
        WebFixture cookiesFirst = WebFixture.of(COOKIES, HEADERS);
        assertThat(cookiesFirst.passed(both(cookiesFirst)).location()).isEqualTo(COOKIES);
    }

    @Test
    @DisplayName("A route overrides set and order of the locations")
    void routeOrder() {
        WebFixture web = WebFixture.of(HEADERS, COOKIES);
        assertThat(web.passed(both(web), r -> r.locations(COOKIES, HEADERS)).location())
                .isEqualTo(COOKIES);
        assertThat(web.refused(both(web), r -> r.locations(JSON))).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName(
            "LOC-13, CSR-17: a bad token in the first location is never rescued by a good one in a later location")
    void noRescue() {
        WebFixture web = WebFixture.of(HEADERS, COOKIES);
        Request request = Request.get().bearer("x").cookie(COOKIE, web.access());
        assertThat(web.refused(request)).isEqualTo(MALFORMED);
        assertThat(web.refused(request, r -> r.optional())).isEqualTo(MALFORMED);
        assertThat(web.refused(Request.get()
                        .header("Authorization", "Bearer")
                        .cookie(COOKIE, web.access())))
                .isEqualTo(REQUEST_AMBIGUOUS);
    }

    @Test
    @DisplayName("LOC-05: credentials of another scheme leave the token to a later location")
    void otherSchemeGoesOn() {
        WebFixture web = WebFixture.of(HEADERS, COOKIES);
        Request request =
                Request.get().header("Authorization", "Basic YTpi").cookie(COOKIE, web.access());
        assertThat(web.passed(request).location()).isEqualTo(COOKIES);
    }

    @Test
    @DisplayName(
            "LOC-02, RFC 6750 §2: a token in the header and one in the query at once are ambiguous, in either order")
    void headerAndQuery() {
        for (WebFixture web : new WebFixture[] {
            WebFixture.of(HEADERS, QUERY_STRING), WebFixture.of(QUERY_STRING, HEADERS)
        }) {
            String token = web.access();
            Request request = Request.get().bearer(token).query("jwt=" + token);
            Outcome.Denied denied = web.denied(request, r -> r);
            assertThat(denied.refusal().reason()).isEqualTo(REQUEST_AMBIGUOUS);
            assertThat(denied.headers()).contains(new HttpHeader("Referrer-Policy", "no-referrer"));
            assertThat(web.passed(request, r -> r.locations(HEADERS)).location())
                    .isEqualTo(HEADERS);
            assertThat(web.refused(Request.get().bearer(token).query("jwt=")))
                    .isEqualTo(REQUEST_AMBIGUOUS);
            web.passed(Request.get().bearer(token).query("other=x"));
            web.passed(Request.get().header("Authorization", "Basic YTpi").query("jwt=" + token));
        }
    }

    @Test
    @DisplayName("LOC-15: an optional route without a token is anonymous")
    void optionalAbsent() {
        WebFixture web = WebFixture.of(HEADERS, COOKIES, QUERY_STRING, JSON);
        Outcome outcome = web.decide(Request.get(), r -> r.optional());
        assertThat(outcome).isInstanceOf(Outcome.Anonymous.class);
        assertThat(outcome.headers()).isEmpty();
        assertThat(outcome.beforeCommit(200, java.util.Set.of())).isEmpty();
    }

    @Test
    @DisplayName(
            "LOC-14: an expired cookie token is anonymous on an optional route, and its cookie is cleared")
    void optionalExpiredCookie() {
        WebFixture web = WebFixture.of(COOKIES);
        Request request = Request.get().cookie(COOKIE, web.access());
        web.clock.forward(WebFixture.ACCESS_LIFE.plus(WebFixture.SKEW));
        Outcome outcome = web.decide(request, r -> r.optional());
        assertThat(outcome).isInstanceOf(Outcome.Anonymous.class);
        assertThat(outcome.headers())
                .containsExactly(
                        new HttpHeader(
                                "Set-Cookie",
                                COOKIE + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"),
                        new HttpHeader("Cache-Control", "no-store"));
        assertThat(web.told).isEmpty();
    }

    @Test
    @DisplayName(
            "LOC-14: an unsafe request with an expired cookie is anonymous too, and needs no CSRF value")
    void optionalExpiredCookieOfPost() {
        WebFixture web = WebFixture.of(COOKIES);
        Request request = Request.post().cookie(COOKIE, web.access());
        web.clock.forward(WebFixture.ACCESS_LIFE.plus(WebFixture.SKEW));
        assertThat(web.decide(request, r -> r.optional())).isInstanceOf(Outcome.Anonymous.class);
    }

    @Test
    @DisplayName(
            "LOC-14: a revoked cookie token is anonymous on an optional route, and one from the header is refused")
    void optionalRevoked() {
        WebFixture web = WebFixture.of(HEADERS, COOKIES);
        web.revocation = jwt -> true;
        assertThat(web.decide(Request.get().cookie(COOKIE, web.access()), r -> r.optional()))
                .isInstanceOf(Outcome.Anonymous.class);
        web.refused(Request.get().bearer(web.access()), r -> r.optional());
        assertThat(web.told).hasSize(1);
    }

    @Test
    @DisplayName(
            "LOC-14: an expired token from elsewhere than a cookie is refused on an optional route")
    void optionalExpiredElsewhere() {
        WebFixture web = WebFixture.of(HEADERS, QUERY_STRING, JSON);
        String token = web.access();
        web.clock.forward(WebFixture.ACCESS_LIFE.plus(WebFixture.SKEW));
        assertThat(web.refused(Request.get().bearer(token), r -> r.optional())).isEqualTo(EXPIRED);
        assertThat(web.refused(Request.get().query("jwt=" + token), r -> r.optional()))
                .isEqualTo(EXPIRED);
        assertThat(web.refused(
                        Request.post().json("{\"access_token\":\"" + token + "\"}"),
                        r -> r.optional()))
                .isEqualTo(EXPIRED);
    }

    @Test
    @DisplayName(
            "LOC-14: a forged, malformed or wrong cookie token is refused on an optional route too")
    void optionalForged() {
        WebFixture web = WebFixture.of(COOKIES);
        String token = web.access();
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(43);
        assertThat(web.refused(Request.get().cookie(COOKIE, forged), r -> r.optional()))
                .isEqualTo(SIGNATURE_INVALID);
        assertThat(web.refused(Request.get().cookie(COOKIE, "x"), r -> r.optional()))
                .isEqualTo(MALFORMED);
        assertThat(web.refused(Request.get().cookie(COOKIE, web.refresh()), r -> r.optional()))
                .isEqualTo(TYPE_REFUSED);
        web.clock.forward(WebFixture.ACCESS_LIFE.plus(WebFixture.SKEW));
        assertThat(web.refused(Request.get().cookie(COOKIE, forged), r -> r.optional()))
                .isEqualTo(SIGNATURE_INVALID);
    }

    @Test
    @DisplayName("CLM-01, CLM-02: a token passes to the last moment of its skew, and no further")
    void expiryBoundary() {
        WebFixture web = WebFixture.of();
        Request request = Request.get().bearer(web.access());
        web.clock.forward(WebFixture.ACCESS_LIFE.plus(WebFixture.SKEW).minusSeconds(1));
        web.passed(request);
        web.clock.forward(java.time.Duration.ofSeconds(1));
        assertThat(web.denied(request, r -> r).refusal().reason()).isEqualTo(EXPIRED);
    }

    @Test
    @DisplayName("LOC-14: a route that is not optional refuses an expired or revoked cookie token")
    void staleCookieWhereRequired() {
        WebFixture web = WebFixture.of(COOKIES);
        Request request = Request.get().cookie(COOKIE, web.access());
        web.revocation = jwt -> true;
        assertThat(web.refused(request)).isEqualTo(REVOKED);
        web.clock.forward(WebFixture.ACCESS_LIFE.plus(WebFixture.SKEW));
        assertThat(web.refused(request)).isEqualTo(EXPIRED);
    }

    @Test
    @DisplayName("LOC-14: only the cookie that the stale token stood in is cleared")
    void staleCookieAmongTwo() {
        WebFixture web = WebFixture.of(COOKIES);
        Request request =
                Request.get().cookie(COOKIE, web.access()).cookie(REFRESH_COOKIE, web.refresh());
        web.clock.forward(WebFixture.ACCESS_LIFE.plus(WebFixture.SKEW));
        Outcome outcome = web.decide(request, r -> r.optional().anyType());
        assertThat(outcome).isInstanceOf(Outcome.Anonymous.class);
        assertThat(outcome.headers()).hasSize(2);
        assertThat(outcome.headers().get(0).value()).startsWith(COOKIE + "=;");
    }

    @Test
    @DisplayName("LOC-06: an answer clears cookies only where they were ambiguous")
    void noCookieCleared() {
        WebFixture web = WebFixture.of(HEADERS, COOKIES);
        assertThat(web.decide(Request.get().cookie(COOKIE, "x")).headers()).isEmpty();
        assertThat(web.decide(Request.get().header("Authorization", "Bearer")).headers())
                .isEmpty();
    }
}
