package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** What exchanges make of logouts behind other rules, and of failed handlers. */
class FailedExchangeTest {
    private static final String ACCESS = "__Host-access_token";
    private static final HttpHeader RENEWED = new HttpHeader("Set-Cookie", ACCESS + "=renewed");

    private final Jeton jeton = Jeton.builder()
            .secretKey(JetonBuilderTest.SECRET)
            .renewal(ready -> (request, outcome, status, cookiesSet) ->
                    cookiesSet.contains(ACCESS) ? List.of() : List.of(RENEWED))
            .build();
    private final JetonExchange exchange = new JetonExchange(
            JetonResolver.of(jeton), TestRequest.bearer(jeton.createAccessToken("alice")));

    private List<HttpHeader> completed() {
        return exchange.complete(200, Set.of());
    }

    @Test
    @DisplayName("A cookie is renewed where nothing of the request is a logout")
    void renewed() {
        exchange.authenticate(JwtRequirement.required());
        assertThat(completed()).containsExactly(RENEWED);
    }

    @Test
    @DisplayName(
            "RFR-20: what a logout clears is not renewed, though another rule let the request pass first")
    void logoutBehindAnotherRule() {
        exchange.authenticate(JwtRequirement.required());
        exchange.authenticate(JwtRequirement.of(r -> r.logout()));
        assertThat(completed())
                .doesNotContain(RENEWED)
                .anyMatch(field -> field.value().startsWith(ACCESS + "=; "));
    }

    private static int status(Outcome.Denied denied) {
        return denied.answer().status();
    }

    @Test
    @DisplayName("A handler's failure over its token is a refusal, of unprotected requests too")
    void afterFailure() {
        TokenRejectedException rejected = new TokenRejectedException(Reason.EXPIRED, "exp");
        assertThat(exchange.afterFailure(rejected).map(FailedExchangeTest::status))
                .contains(401);
        exchange.authenticate(JwtRequirement.of(r -> r.logout()));
        assertThat(exchange.afterFailure(new CheckUnavailableException("store"))
                        .map(FailedExchangeTest::status))
                .contains(503);
    }

    @Test
    @DisplayName("Any other failure of a handler is the application's own")
    void otherFailures() {
        assertThat(exchange.afterFailure(new IllegalStateException())).isEmpty();
    }

    @Test
    @DisplayName("A failure where no Jeton answers for the request stays what it is")
    void noJeton() {
        Jeton admins =
                Jeton.builder().name("admin").secretKey(JetonBuilderTest.SECRET).build();
        JetonExchange unprotected =
                new JetonExchange(JetonResolver.of(admins), TestRequest.anonymous());
        assertThat(unprotected.afterFailure(new TokenRejectedException(Reason.EXPIRED)))
                .isEmpty();
    }
}
