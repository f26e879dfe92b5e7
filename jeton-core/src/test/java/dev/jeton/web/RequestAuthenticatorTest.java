package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestAuthenticatorTest {
    private final WebFixture web = WebFixture.of();

    @Test
    @DisplayName("A good access token in the header opens a protected route")
    void headerToken() {
        Outcome.Authenticated outcome = web.passed(Request.get().bearer(web.access()));
        assertThat(outcome.jwt().subject()).isEqualTo("ada");
        assertThat(outcome.location()).isEqualTo(Location.HEADERS);
        assertThat(outcome.headers()).isEmpty();
    }

    @Test
    @DisplayName("A request without a token is refused, and answered with a bare challenge")
    void tokenMissing() {
        Outcome.Denied denied = web.denied(Request.get(), r -> r);
        assertThat(denied.refusal().reason()).isEqualTo(Reason.TOKEN_MISSING);
        assertThat(denied.answer().status()).isEqualTo(401);
        assertThat(denied.answer().headers())
                .contains(new HttpHeader("WWW-Authenticate", "Bearer"));
    }
}
