package dev.jeton.web;

import static dev.jeton.failure.Reason.CSRF_MISMATCH;
import static dev.jeton.failure.Reason.CSRF_MISSING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.internal.Base64Url;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Set;

class CsrfTest {
    private static final String COOKIE = "__Host-access_token";

    private final WebFixture web = WebFixture.of(Location.COOKIES);
    private String token;
    private String csrf;

    @BeforeEach
    void login() {
        TokenDraft draft =
                web.draft(TokenType.ACCESS, o -> o.session("sid-1", "value-of-this-login"));
        token = web.sign(draft);
        csrf = "value-of-this-login";
    }

    private Request with(Request request) {
        return request.cookie(COOKIE, token);
    }

    private Request post(String value) {
        return with(Request.post()).header("X-CSRF-TOKEN", value);
    }

    private void assertForbidden(Request request, Reason reason) {
        Outcome.Denied denied = web.denied(request, r -> r);
        assertThat(denied.refusal().reason()).isEqualTo(reason);
        assertThat(denied.answer().status()).isEqualTo(403);
        assertThat(denied.answer().headers())
                .noneMatch(header -> header.name().equals("WWW-Authenticate"));
    }

    @Test
    @DisplayName("CSR-01: an unsafe request with a cookie token needs the CSRF value")
    void required() {
        assertForbidden(with(Request.post()), CSRF_MISSING);
        web.passed(post(csrf));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value-of-this-logi",
                "value-of-this-login ",
                " value-of-this-login",
                "VALUE-OF-THIS-LOGIN",
                "value-of-this-login\u0000",
                "value-of-another-one",
                "x",
                "null",
                "undefined",
                "[]",
                "\u00e9",
                "value-of-this-login, value-of-this-login"
            })
    @DisplayName("CSR-02, CSR-03, CSR-05: another value, however near, is refused")
    void wrongValues(String value) {
        assertForbidden(post(value), CSRF_MISMATCH);
    }

    @Test
    @DisplayName("CSR-03, CSR-04: the value of another login, of the same user too, is refused")
    void otherLogin() {
        TokenDraft other =
                web.draft(TokenType.ACCESS, o -> o.session("sid-2", "value-of-that-login"));
        assertThat(other.subject()).isEqualTo("ada");
        assertForbidden(post("value-of-that-login"), CSRF_MISMATCH);
    }

    @Test
    @DisplayName("CSR-05: an empty value, or two, is none")
    void emptyOrTwice() {
        assertForbidden(post(""), CSRF_MISSING);
        assertForbidden(post(csrf).header("X-CSRF-TOKEN", csrf), CSRF_MISSING);
    }

    @Test
    @DisplayName("CSR-06: the companion cookie alone proves nothing")
    void companionAlone() {
        assertForbidden(with(Request.post()).cookie("csrf_token", csrf), CSRF_MISSING);
    }

    @Test
    @DisplayName(
            "CSR-07: a tossed companion with an equal header is refused, for the claim is compared")
    void tossedCompanion() {
        assertForbidden(post("evil").cookie("csrf_token", "evil"), CSRF_MISMATCH);
    }

    @Test
    @DisplayName("CSR-08: a token without the csrf claim is good for no unsafe cookie request")
    void withoutClaim() {
        token = web.withoutCsrf();
        web.passed(with(Request.get()));
        assertForbidden(post("anything"), CSRF_MISMATCH);
        assertForbidden(post("no base64url!"), CSRF_MISMATCH);
        assertForbidden(post("AAA"), CSRF_MISMATCH);
        assertForbidden(post(CsrfMask.applied("")), CSRF_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
    @DisplayName("RFC 9110 §9.2.1: safe methods need no value")
    void safeMethods(String method) {
        web.passed(with(Request.of(method)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "CONNECT",
                "PROPFIND",
                "LOCK",
                "post",
                "get",
                "Get",
                "QUERY",
                "X",
                "GET "
            })
    @DisplayName("CSR-10: every other method needs it, whatever its case")
    void otherMethods(String method) {
        assertForbidden(with(Request.of(method)), CSRF_MISSING);
        web.passed(with(Request.of(method)).header("X-CSRF-TOKEN", csrf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "x-method-override"})
    @DisplayName("CSR-09: a method put in the place of the wire's is judged too")
    void overridden(String header) {
        assertForbidden(with(Request.get()).header(header, "DELETE"), CSRF_MISSING);
        assertForbidden(with(Request.post()).header(header, "GET"), CSRF_MISSING);
        web.passed(with(Request.get()).header(header, "HEAD"));
        assertForbidden(with(Request.get()).header(header, "get"), CSRF_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_method=DELETE",
                "a=b&_method=delete",
                "%5Fmethod=PUT",
                "_method=GET&_method=POST",
                "_method=%zz"
            })
    @DisplayName("CSR-09: so is the parameter _method")
    void overriddenByParameter(String query) {
        assertForbidden(with(Request.get()).query(query), CSRF_MISSING);
    }

    @Test
    @DisplayName("CSR-11: a value in the query string is not accepted")
    void inQuery() {
        web.form = true;
        assertForbidden(with(Request.post()).query("csrf_token=" + csrf), CSRF_MISSING);
    }

    @Test
    @DisplayName("CSR-12: a form field carries the value where that is enabled")
    void formField() {
        Request form = with(Request.post()).form("a=b&csrf_token=" + csrf);
        assertForbidden(form, CSRF_MISSING);
        web.form = true;
        web.passed(form);
        assertForbidden(with(Request.post()).form("csrf_token=other"), CSRF_MISMATCH);
    }

    @Test
    @DisplayName("CSR-12: the field counts once, in an urlencoded body, and after the header")
    void formFieldOnce() {
        web.form = true;
        String field = "csrf_token=" + csrf;
        assertForbidden(with(Request.post()).form(field + "&" + field), CSRF_MISSING);
        assertForbidden(with(Request.post()).form("csrf_token="), CSRF_MISSING);
        assertForbidden(
                with(Request.post()).header("Content-Type", "text/plain").body(field),
                CSRF_MISSING);
        assertForbidden(post("other").form(field), CSRF_MISMATCH);
        Request large = with(Request.post()).form(field + "&a=" + "x".repeat(65_536));
        assertForbidden(large, CSRF_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", ""})
    @DisplayName("The content type changes nothing")
    void contentType(String type) {
        assertForbidden(with(Request.post()).header("Content-Type", type), CSRF_MISSING);
        web.passed(post(csrf).header("Content-Type", type));
    }

    @Test
    @DisplayName("CSR-18: the value may come under a mask that differs each time")
    void masked() {
        String masked = CsrfMask.applied(csrf);
        assertThat(masked).isNotEqualTo(CsrfMask.applied(csrf)).doesNotContain(csrf);
        web.passed(post(masked));
        assertForbidden(post(CsrfMask.applied("other")), CSRF_MISMATCH);
        assertForbidden(post(masked.substring(2)), CSRF_MISMATCH);
        assertForbidden(post("no base64url!"), CSRF_MISMATCH);
        byte[] longer = Base64Url.decode(masked);
        longer = Arrays.copyOf(longer, longer.length + 1);
        assertForbidden(post(Base64Url.encode(longer)), CSRF_MISMATCH);
    }

    @Test
    @DisplayName("CSR-20: a token from another location needs no value")
    void otherLocations() {
        WebFixture other = WebFixture.of(Location.HEADERS, Location.QUERY_STRING, Location.JSON);
        other.passed(Request.post().bearer(other.access()));
        other.passed(Request.post().query("jwt=" + other.access()));
        other.passed(Request.post().json("{\"access_token\":\"" + other.access() + "\"}"));
    }

    @Test
    @DisplayName("CSR-16: refresh and logout by cookie need the value too")
    void refreshAndLogout() {
        Request refresh = Request.post().cookie("__Host-refresh_token", web.refresh());
        assertThat(web.refused(refresh, r -> r.refresh())).isEqualTo(CSRF_MISSING);
        assertThat(web.refused(with(Request.post()), r -> r.logout())).isEqualTo(CSRF_MISSING);
        web.passed(post(csrf), r -> r.logout());
    }

    @Test
    @DisplayName("An optional route forgives no missing value of a good cookie")
    void optional() {
        assertThat(web.refused(with(Request.post()), r -> r.optional())).isEqualTo(CSRF_MISSING);
    }

    @Test
    @DisplayName("Without protection a cookie token needs nothing")
    void withoutProtection() {
        web.csrf = s -> new CsrfSettings(
                false, s.methods(), true, "X", "X", false, "x", "x", s.trustedOrigins(), true);
        web.passed(with(Request.post()));
        web.passed(
                with(Request.post()).query("_method=%zz").header("Sec-Fetch-Site", "cross-site"));
    }

    @Test
    @DisplayName(
            "CSR-09: where only some methods are checked, an overriding one is judged in capitals too")
    void onlySomeMethods() {
        web.csrf = s -> new CsrfSettings(
                true,
                Set.of("DELETE"),
                false,
                s.accessHeader(),
                s.refreshHeader(),
                false,
                "x",
                "x",
                Set.of(),
                true);
        web.passed(with(Request.post()));
        assertForbidden(with(Request.of("DELETE")), CSRF_MISSING);
        assertForbidden(
                with(Request.post()).header("X-HTTP-Method-Override", "delete"), CSRF_MISSING);
    }

    @Test
    @DisplayName("CSR-16: a refresh token may have a header and a field of its own, and only those")
    void ownNamesOfRefresh() {
        web.csrf = s -> new CsrfSettings(
                true,
                s.methods(),
                true,
                "X-CSRF-TOKEN",
                "X-CSRF-REFRESH",
                true,
                "csrf_token",
                "csrf_refresh",
                Set.of(),
                true);
        String refresh = web.sign(web.draft(TokenType.REFRESH, o -> o.session("sid-1", csrf)));
        web.passed(refresh(refresh).header("X-CSRF-REFRESH", csrf), r -> r.refresh());
        web.passed(refresh(refresh).form("csrf_refresh=" + csrf), r -> r.refresh());
        assertThat(web.refused(refresh(refresh).header("X-CSRF-TOKEN", csrf), r -> r.refresh()))
                .isEqualTo(CSRF_MISSING);
        assertThat(web.refused(refresh(refresh).form("csrf_token=" + csrf), r -> r.refresh()))
                .isEqualTo(CSRF_MISSING);
        web.passed(post(csrf));
        web.passed(with(Request.post()).form("csrf_token=" + csrf));
        assertForbidden(with(Request.post()).header("X-CSRF-REFRESH", csrf), CSRF_MISSING);
        assertForbidden(with(Request.post()).form("csrf_refresh=" + csrf), CSRF_MISSING);
    }

    private static Request refresh(String token) {
        return Request.post().cookie("__Host-refresh_token", token);
    }

    @Test
    @DisplayName("CSR-12: the body of a request that needs no value is not read for one")
    void bodyOfSafeRequests() {
        web.form = true;
        Request request = with(Request.get()).form("csrf_token=" + csrf);
        web.passed(request);
        assertThat(request.bodyReads).isZero();
    }

    @Test
    @DisplayName("CSR-12: a form that cannot be read holds no value")
    void unreadableForm() {
        web.form = true;
        assertForbidden(with(Request.post()).form("csrf_token=%zz"), CSRF_MISSING);
    }
}
