package dev.jeton.web;

import static dev.jeton.failure.Reason.CSRF_MISSING;
import static dev.jeton.failure.Reason.ORIGIN_REFUSED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

class OriginTest {
    private static final String TRUSTED = "https://app.example.org";

    private final WebFixture web = WebFixture.of(Location.COOKIES);
    private String token;

    @BeforeEach
    void login() {
        web.trustedOrigins = Set.of(TRUSTED);
        token = web.access(o -> o.session("sid", "csrf-value"));
    }

    private Request from(String site, String origin) {
        return post().header("Sec-Fetch-Site", site).header("Origin", origin);
    }

    private Request post() {
        return cookie(Request.post()).header("X-CSRF-TOKEN", "csrf-value");
    }

    private Request cookie(Request request) {
        return request.cookie("__Host-access_token", token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    @DisplayName(
            "CSR-13, CSR-14: a request marked as another origin's is refused in spite of the right value")
    void foreign(String site) {
        Outcome.Denied denied = web.denied(from(site, "https://evil.example"), r -> r);
        assertThat(denied.refusal().reason()).isEqualTo(ORIGIN_REFUSED);
        assertThat(denied.answer().status()).isEqualTo(403);
        assertThat(web.refused(post().header("Sec-Fetch-Site", site))).isEqualTo(ORIGIN_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    @DisplayName("CSR-14: a trusted origin passes with the value, and not without")
    void trusted(String site) {
        web.passed(from(site, TRUSTED));
        Request without =
                cookie(Request.post()).header("Sec-Fetch-Site", site).header("Origin", TRUSTED);
        assertThat(web.refused(without)).isEqualTo(CSRF_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://app.example.org.evil.example",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org/",
                "https://APP.example.org",
                "https://example.org",
                "",
                "*",
                "https://app.example.org https://evil.example"
            })
    @DisplayName("CSR-15: origins are compared to the letter")
    void exact(String origin) {
        assertThat(web.refused(from("cross-site", origin))).isEqualTo(ORIGIN_REFUSED);
    }

    @Test
    @DisplayName("CSR-15: two origins are no trusted one")
    void twoOrigins() {
        assertThat(web.refused(
                        from("cross-site", TRUSTED).header("Origin", "https://evil.example")))
                .isEqualTo(ORIGIN_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none", "", "unknown", "CROSS-SITE"})
    @DisplayName("CSR-15: other and unknown marks say nothing, and the value decides")
    void unmarked(String site) {
        web.passed(from(site, "https://evil.example"));
        assertThat(web.refused(cookie(Request.post()).header("Sec-Fetch-Site", site)))
                .isEqualTo(CSRF_MISSING);
    }

    @Test
    @DisplayName("Safe requests from another site pass: links must work")
    void safe() {
        web.passed(cookie(Request.get()).header("Sec-Fetch-Site", "cross-site"));
        assertThat(web.refused(cookie(Request.get())
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("X-HTTP-Method-Override", "POST")))
                .isEqualTo(ORIGIN_REFUSED);
    }

    @Test
    @DisplayName("A token that no browser sends by itself is not asked where it comes from")
    void headerToken() {
        WebFixture header = WebFixture.of();
        header.passed(
                Request.post().bearer(header.access()).header("Sec-Fetch-Site", "cross-site"));
    }

    @Test
    @DisplayName(
            "CSR-19, RFC 6455 §10.2: a WebSocket with a cookie opens for its own host and trusted origins only")
    void webSocket() {
        assertThat(web.refused(webSocket("https://evil.example"))).isEqualTo(ORIGIN_REFUSED);
        assertThat(web.refused(webSocket("https://evil.api.example.org")))
                .isEqualTo(ORIGIN_REFUSED);
        assertThat(web.refused(webSocket("null"))).isEqualTo(ORIGIN_REFUSED);
        web.passed(webSocket("https://api.example.org"));
        web.passed(webSocket(TRUSTED));
        web.passed(webSocket("https://evil.example").header("Sec-Fetch-Site", "same-origin"));
        web.passed(cookie(Request.get()).header("Upgrade", "websocket"));
    }

    private Request webSocket(String origin) {
        return cookie(Request.get())
                .header("Upgrade", "WebSocket")
                .header("Host", "api.example.org")
                .header("Origin", origin);
    }

    @Test
    @DisplayName("CSR-16: a route for its own origin refuses others before it looks for a token")
    void sameOrigin() {
        Request foreign = Request.post().header("Sec-Fetch-Site", "cross-site");
        assertThat(web.decide(foreign, r -> r.optional())).isInstanceOf(Outcome.Anonymous.class);
        assertThat(web.refused(foreign, r -> r.optional().sameOrigin())).isEqualTo(ORIGIN_REFUSED);
        Request old = Request.post().header("Host", "api.example.org");
        assertThat(web.decide(old, r -> r.optional().sameOrigin()))
                .isInstanceOf(Outcome.Anonymous.class);
        assertThat(web.refused(
                        old.header("Origin", "https://evil.example"),
                        r -> r.optional().sameOrigin()))
                .isEqualTo(ORIGIN_REFUSED);
        assertThat(web.decide(
                        Request.post()
                                .header("Host", "api.example.org")
                                .header("Origin", "https://api.example.org"),
                        r -> r.optional().sameOrigin()))
                .isInstanceOf(Outcome.Anonymous.class);
        assertThat(web.decide(
                        Request.post()
                                .header("Sec-Fetch-Site", "same-site")
                                .header("Origin", TRUSTED),
                        r -> r.optional().sameOrigin()))
                .isInstanceOf(Outcome.Anonymous.class);
    }

    @Test
    @DisplayName("CSR-16: a route for its own origin takes an origin only where there is no doubt")
    void sameOriginInDoubt() {
        Request marked = Request.post()
                .header("Host", "api.example.org")
                .header("Origin", "https://api.example.org")
                .header("Sec-Fetch-Site", "cross-site");
        assertThat(refusedBySameOrigin(marked)).isTrue();
        assertThat(refusedBySameOrigin(Request.post()
                        .header("Host", "api.example.org")
                        .header("Origin", "https://api.example.org")
                        .header("Origin", "https://evil.example")))
                .isTrue();
        assertThat(refusedBySameOrigin(Request.post()
                        .header("Host", "evil.example")
                        .header("Host", "api.example.org")
                        .header("Origin", "https://evil.example")))
                .isTrue();
        assertThat(refusedBySameOrigin(Request.post().header("Origin", "https://api.example.org")))
                .isTrue();
        assertThat(refusedBySameOrigin(
                        Request.post().header("Host", "api.example.org").header("Origin", TRUSTED)))
                .isFalse();
        assertThat(refusedBySameOrigin(Request.post()
                        .header("Sec-Fetch-Site", "none")
                        .header("Origin", "https://evil.example")))
                .isFalse();
    }

    private boolean refusedBySameOrigin(Request request) {
        return web.decide(request, r -> r.optional().sameOrigin()) instanceof Outcome.Denied;
    }

    @Test
    @DisplayName("CSR-19: a WebSocket with a token that no browser sends by itself opens for all")
    void webSocketWithoutCookie() {
        WebFixture query = WebFixture.of(Location.QUERY_STRING);
        query.passed(Request.get()
                .query("jwt=" + query.access())
                .header("Upgrade", "websocket")
                .header("Host", "api.example.org")
                .header("Origin", "https://evil.example"));
    }

    @Test
    @DisplayName("CSR-13, CSR-19: where origins are not looked at, the value alone decides")
    void withoutOriginCheck() {
        web.csrf = s -> csrf(s, true, false);
        web.passed(from("cross-site", "https://evil.example"));
        web.passed(webSocket("https://evil.example"));
        assertThat(web.refused(cookie(Request.post()).header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(CSRF_MISSING);
    }

    @Test
    @DisplayName("CSR-19: without CSRF protection a WebSocket opens for all")
    void webSocketWithoutProtection() {
        web.csrf = s -> csrf(s, false, true);
        web.passed(webSocket("https://evil.example"));
    }

    private static CsrfSettings csrf(CsrfSettings s, boolean protect, boolean originChecked) {
        return new CsrfSettings(
                protect,
                s.methods(),
                s.methodsAreExempt(),
                s.accessHeader(),
                s.refreshHeader(),
                s.form(),
                s.accessField(),
                s.refreshField(),
                s.trustedOrigins(),
                originChecked);
    }
}
