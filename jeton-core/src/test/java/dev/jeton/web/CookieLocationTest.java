package dev.jeton.web;

import static dev.jeton.failure.Reason.MALFORMED;
import static dev.jeton.failure.Reason.REQUEST_AMBIGUOUS;
import static dev.jeton.failure.Reason.TOKEN_MISSING;
import static dev.jeton.failure.Reason.TYPE_REFUSED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieLocationTest {
    private static final String ACCESS = "__Host-access_token";
    private static final String REFRESH = "__Host-refresh_token";

    private final WebFixture web = WebFixture.of(Location.COOKIES);

    private Request cookies(String field) {
        return Request.get().header("Cookie", field.replace("TOKEN", web.access()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__Host-access_token=TOKEN",
                "a=b; __Host-access_token=TOKEN; c=d",
                "a=b;__Host-access_token=TOKEN",
                "; ;__Host-access_token=TOKEN;",
                "x; __Host-access_token=TOKEN",
                "a=\"; __Host-access_token=TOKEN",
                "a=b;\t__Host-access_token=TOKEN \t; c=d",
                "__Host-access_token=TOKEN ",
                "__Host-access_token=TOKEN\t"
            })
    @DisplayName("RFC 6265bis §4.2.1: the access cookie is found among others")
    void found(String field) {
        Outcome.Authenticated outcome = web.passed(cookies(field));
        assertThat(outcome.location()).isEqualTo(Location.COOKIES);
    }

    @Test
    @DisplayName("LOC-19, RFC 9113 §8.2.3: cookies spread over several fields are found alike")
    void crumbs() {
        web.passed(cookies("a=b").header("Cookie", ACCESS + "=" + web.access()));
        assertThat(web.refused(cookies(ACCESS + "=x").header("Cookie", ACCESS + "=y")))
                .isEqualTo(REQUEST_AMBIGUOUS);
    }

    @Test
    @DisplayName("LOC-06: equal cookies of the name count once")
    void equalCookies() {
        String token = web.access();
        web.passed(cookies(ACCESS + "=" + token + "; " + ACCESS + "=" + token));
    }

    @Test
    @DisplayName(
            "LOC-06: cookies with different values are ambiguous, and the answer clears the host-only and the domain's cookie")
    void differentCookies() {
        web.cookies = WebFixture.cookies("example.org", true, "Lax");
        Outcome.Denied denied =
                web.denied(cookies("__Secure-access_token=TOKEN; __Secure-access_token=x"), r -> r);
        assertThat(denied.refusal().reason()).isEqualTo(REQUEST_AMBIGUOUS);
        assertThat(denied.answer().status()).isEqualTo(400);
        assertThat(denied.headers())
                .containsExactly(
                        new HttpHeader(
                                "Set-Cookie",
                                "__Secure-access_token=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"),
                        new HttpHeader(
                                "Set-Cookie",
                                "__Secure-access_token=; Path=/; Domain=example.org; Max-Age=0; Secure; HttpOnly; SameSite=Lax"),
                        new HttpHeader("Cache-Control", "no-store"));
    }

    @Test
    @DisplayName(
            "CKE-08: a cookie of the name tossed from a subdomain is ambiguous where there is no prefix")
    void tossed() {
        web.cookies = WebFixture.cookies(null, false, "Lax");
        assertThat(web.refused(cookies("access_token=evil; access_token=TOKEN")))
                .isEqualTo(REQUEST_AMBIGUOUS);
        assertThat(WebFixture.of(Location.COOKIES).refused(cookies("access_token=evil")))
                .as("cannot collide with the prefixed name")
                .isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__HOST-access_token=TOKEN",
                "__host-access_token=TOKEN",
                "__Host-Access_Token=TOKEN",
                "__Secure-access_token=TOKEN",
                "access_token=TOKEN",
                "x__Host-access_token=TOKEN",
                "__Host-access_token",
                "__Host-access_token2=TOKEN"
            })
    @DisplayName("CKE-04: a cookie is ours under its exact name only")
    void exactName(String field) {
        assertThat(web.refused(cookies(field))).isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u2000", "\u0085", "\u00a0", "\u3000", "\u000b", "\f", "\u0000", "\ufeff"})
    @DisplayName("CKE-05: other white space than blanks belongs to the name")
    void otherWhiteSpace(String space) {
        assertThat(web.refused(cookies(space + ACCESS + "=TOKEN"))).isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(cookies("a=b; " + space + ACCESS + "=TOKEN")))
                .isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("CKE-06: quoted values, versions and attributes of old cookies are not read")
    void legacyCookies() {
        assertThat(web.refused(cookies("$Version=1; " + ACCESS + "=\"TOKEN\"; $Path=\"/\"")))
                .isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(cookies(ACCESS + "=\"start; secret=x; end=\"")))
                .isEqualTo(TOKEN_MISSING);
        web.passed(cookies(ACCESS + "=\"start; " + ACCESS + "=TOKEN; end=\""));
    }

    @Test
    @DisplayName("CKE-07, RFC 6265bis §5.7: a cookie without a name is not ours")
    void nameless() {
        assertThat(web.refused(cookies("=" + ACCESS + "=TOKEN"))).isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(cookies("= " + ACCESS + "=TOKEN"))).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("SIG-09: an empty cookie is no token, and is cleared")
    void empty() {
        Outcome.Denied denied = web.denied(cookies(ACCESS + "="), r -> r);
        assertThat(denied.refusal().reason()).isEqualTo(REQUEST_AMBIGUOUS);
        assertThat(denied.headers().get(0).value()).startsWith(ACCESS + "=; Path=/; Max-Age=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a b", "TOKEN\u00e9", "a,b", "TO\u0001KEN", "TOKEN=", "'TOKEN'"})
    @DisplayName("ENC-01 to ENC-08: a cookie with another text than a token is malformed")
    void malformed(String value) {
        assertThat(web.refused(cookies(ACCESS + "=" + value))).isEqualTo(MALFORMED);
    }

    @Test
    @DisplayName("Each type has its cookie: neither is looked for on the other's routes")
    void cookieOfEachType() {
        web.passed(cookies(REFRESH + "=" + web.refresh()), r -> r.refresh());
        assertThat(web.refused(cookies(REFRESH + "=" + web.refresh()))).isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(cookies(ACCESS + "=TOKEN"), r -> r.refresh()))
                .isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("TYP-01: a refresh token in the access cookie opens nothing")
    void refreshInAccessCookie() {
        assertThat(web.refused(cookies(ACCESS + "=" + web.refresh()))).isEqualTo(TYPE_REFUSED);
    }

    @Test
    @DisplayName("A route for any type looks for the access cookie first")
    void anyType() {
        String both = ACCESS + "=TOKEN; " + REFRESH + "=" + web.refresh();
        assertThat(web.passed(cookies(both), r -> r.anyType()).jwt().type().claim())
                .isEqualTo("access");
        assertThat(web.passed(cookies(REFRESH + "=" + web.refresh()), r -> r.anyType())
                        .jwt()
                        .type()
                        .claim())
                .isEqualTo("refresh");
    }

    @Test
    @DisplayName("DOS-11: five hundred cookies are looked through, and ours is found")
    void manyCookies() {
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            field.append("c").append(i).append("=v; ");
        }
        web.passed(cookies(field + ACCESS + "=TOKEN"));
    }
}
