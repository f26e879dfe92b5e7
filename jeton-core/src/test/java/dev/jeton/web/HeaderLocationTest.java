package dev.jeton.web;

import static dev.jeton.failure.Reason.MALFORMED;
import static dev.jeton.failure.Reason.REQUEST_AMBIGUOUS;
import static dev.jeton.failure.Reason.TOKEN_MISSING;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLocationTest {
    private final WebFixture web = WebFixture.of();

    private Request authorization(String value) {
        return Request.get().header("Authorization", value.replace("TOKEN", web.access()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    @DisplayName("LOC-11, RFC 9110 §11.1: the scheme has no case")
    void schemeHasNoCase(String scheme) {
        Outcome.Authenticated outcome = web.passed(authorization(scheme + " TOKEN"));
        assertThat(outcome.jwt().subject()).isEqualTo("ada");
        assertThat(outcome.location()).isEqualTo(Location.HEADERS);
        assertThat(outcome.headers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic YTpi",
                "Digest username=\"a\", realm=\"b\"",
                "Negotiate abc",
                "B TOKEN",
                "",
                " "
            })
    @DisplayName("LOC-05: credentials of another scheme are absence")
    void otherSchemes(String value) {
        assertThat(web.refused(authorization(value))).isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "bearer",
                "Bearer ",
                "Bearer\tTOKEN",
                "Bearer  TOKEN",
                "Bearer TOKEN ",
                "Bearer TOKEN junk",
                "Bearer TOKEN\tjunk"
            })
    @DisplayName(
            "LOC-11, SIG-09: the scheme alone, other blanks than one space, or trailing junk are no credentials")
    void badBlanks(String value) {
        assertThat(web.refused(authorization(value))).isEqualTo(REQUEST_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BearerTOKEN", "Bearer%20TOKEN", "Bearer:TOKEN", "bearer=TOKEN"})
    @DisplayName("LOC-11, ENC-17: a token glued to its scheme is malformed, not absent")
    void glued(String value) {
        assertThat(web.refused(authorization(value))).isEqualTo(MALFORMED);
        assertThat(web.refused(authorization(value), r -> r.optional())).isEqualTo(MALFORMED);
    }

    @Test
    @DisplayName("A scheme that only begins like ours is another scheme")
    void longerScheme() {
        assertThat(web.refused(authorization("BearerPlus TOKEN"))).isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(authorization("Basic YTpi, BearerPlus TOKEN")))
                .isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer TOKEN, Bearer TOKEN",
                "Bearer TOKEN,Bearer TOKEN",
                "Bearer TOKEN,",
                "Basic YTpi, Bearer TOKEN",
                "Basic YTpi,bearer TOKEN",
                "Basic YTpi,\t Bearer",
                "BearerPlus x, Bearer TOKEN",
                ",Bearer TOKEN",
                "Basic YTpi,Bearer",
                "Basic YTpi,Bearer\tTOKEN"
            })
    @DisplayName("LOC-04, LOC-05: several credentials in one field are ambiguous")
    void lists(String value) {
        assertThat(web.refused(authorization(value))).isEqualTo(REQUEST_AMBIGUOUS);
    }

    @Test
    @DisplayName("LOC-03, RFC 9110 §5.3: two Authorization fields are ambiguous, same or different")
    void twoFields() {
        String token = web.access();
        assertThat(web.refused(Request.get().bearer(token).bearer(token)))
                .isEqualTo(REQUEST_AMBIGUOUS);
        assertThat(web.refused(
                        Request.get().header("Authorization", "Basic YTpi").bearer(token)))
                .isEqualTo(REQUEST_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer TOKEN\r\nX: y",
                "Bearer TOKEN\n",
                "Bearer TOK\u0000EN",
                "Bearer TOKEN\u007f",
                "Bearer \u0001TOKEN",
                "Bearer TOKEN\r\n  folded"
            })
    @DisplayName("LOC-12, RFC 9110 §5.5: control characters in the field are no credentials")
    void controls(String value) {
        assertThat(web.refused(authorization(value))).isEqualTo(REQUEST_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"TOKEN\"",
                "TOKEN=",
                "TOKEN\u00a0",
                "TOKEN\uff0e",
                "TOKEN.x",
                ".TOKEN",
                "x",
                "a.b.c",
                "..",
                "null",
                "undefined",
                "{}"
            })
    @DisplayName(
            "ENC-02 to ENC-10, ENC-17: whatever else stands for a token goes to the verifier, and is malformed")
    void malformedTokens(String text) {
        assertThat(web.denied(authorization("Bearer " + text), r -> r).answer().status())
                .isEqualTo(401);
        assertThat(web.refused(authorization("Bearer " + text))).isNotEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization_",
                "X-Authorization",
                "Proxy-Authorization",
                "X-Forwarded-Authorization"
            })
    @DisplayName("LOC-18: other fields are not looked at")
    void otherFields(String name) {
        Request request = Request.get().header(name, "Bearer " + web.access());
        assertThat(web.refused(request)).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("A configured field and scheme replace the usual ones")
    void configuredField() {
        web.headerName = "X-Token";
        web.scheme = "Jwt";
        web.passed(Request.get().header("x-token", "jwt " + web.access()));
        assertThat(web.refused(Request.get().bearer(web.access()))).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("Without a scheme the whole field is the token, still only one")
    void withoutScheme() {
        web.headerName = "X-Token";
        web.scheme = "";
        web.passed(Request.get().header("X-Token", web.access()));
        assertThat(web.refused(Request.get().header("X-Token", ""))).isEqualTo(REQUEST_AMBIGUOUS);
        assertThat(web.refused(Request.get().header("X-Token", "a b")))
                .isEqualTo(REQUEST_AMBIGUOUS);
    }
}
