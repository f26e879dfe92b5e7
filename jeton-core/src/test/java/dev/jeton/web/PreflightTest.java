package dev.jeton.web;

import static dev.jeton.failure.Reason.TOKEN_MISSING;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

class PreflightTest {
    private final WebFixture web = WebFixture.of();

    private static Request preflight(String method) {
        return Request.of(method)
                .header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "PUT");
    }

    @Test
    @DisplayName(
            "FRM-09, FRM-23: a CORS preflight passes without a token, and nothing is looked at")
    void passes() {
        Outcome outcome = web.decide(preflight("OPTIONS").bearer("x"));
        assertThat(outcome).isInstanceOf(Outcome.Unchecked.class);
        assertThat(outcome.headers()).isEmpty();
        assertThat(outcome.beforeCommit(204, Set.of())).isEmpty();
    }

    @Test
    @DisplayName("FRM-09: another OPTIONS request is protected like any other")
    void otherOptions() {
        assertThat(web.refused(Request.of("OPTIONS"))).isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(Request.of("OPTIONS").header("Origin", "https://a.example")))
                .isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(
                        Request.of("OPTIONS").header("Access-Control-Request-Method", "PUT")))
                .isEqualTo(TOKEN_MISSING);
        web.passed(Request.of("OPTIONS").bearer(web.access()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "HEAD", "options", "OPTIONS "})
    @DisplayName("FRM-09: the fields of a preflight open no other method")
    void otherMethods(String method) {
        assertThat(web.refused(preflight(method))).isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    @DisplayName("FRM-10, CSR-09: a preflight that would be handled under another method is none")
    void overridden(String header) {
        assertThat(web.refused(preflight("OPTIONS").header(header, "POST")))
                .isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_method=POST", "a=b&%5Fmethod=post", "_method=%zz", "_method"})
    @DisplayName("FRM-10, CSR-09: so is one that the parameter _method makes another of")
    void overriddenByParameter(String query) {
        assertThat(web.refused(preflight("OPTIONS").query(query))).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("FRM-09: HEAD is protected like GET")
    void head() {
        assertThat(web.refused(Request.of("HEAD"))).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("An unprotected route is not looked at")
    void unprotected() {
        assertThat(web.authenticator().unprotected(Request.get().bearer("x")))
                .isInstanceOf(Outcome.Unchecked.class);
    }
}
