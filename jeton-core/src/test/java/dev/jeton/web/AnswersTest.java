package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenOptions;
import dev.jeton.web.wire.Evidence;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

class AnswersTest {
    private final WebFixture web = WebFixture.of();

    private Answer answer(Reason reason, UnaryOperator<JwtRequirement> options) {
        Refusal refusal = new Refusal(
                reason,
                null,
                JwtRequirement.of(options),
                Optional.empty(),
                Optional.empty(),
                Request.get(),
                null);
        Evidence nothing = new Evidence(Map.of(), List.of(), null, null, false, null);
        return new ProblemAnswers(web.settings()).answer(refusal, nothing);
    }

    private static @Nullable String header(Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HttpHeader::value)
                .findFirst()
                .orElse(null);
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource({
        "TOKEN_MISSING, 401, Bearer, token_missing",
        "REQUEST_AMBIGUOUS, 400, Bearer error=\"invalid_request\", request_invalid",
        "BODY_UNREADABLE, 400, Bearer error=\"invalid_request\", request_invalid",
        "MALFORMED, 401, Bearer error=\"invalid_token\", token_invalid",
        "HEADER_INVALID, 401, Bearer error=\"invalid_token\", token_invalid",
        "ALGORITHM_REFUSED, 401, Bearer error=\"invalid_token\", token_invalid",
        "KEY_UNKNOWN, 401, Bearer error=\"invalid_token\", token_invalid",
        "SIGNATURE_INVALID, 401, Bearer error=\"invalid_token\", token_invalid",
        "CLAIM_INVALID, 401, Bearer error=\"invalid_token\", token_invalid",
        "NOT_YET_VALID, 401, Bearer error=\"invalid_token\", token_invalid",
        "AUDIENCE_REFUSED, 401, Bearer error=\"invalid_token\", token_invalid",
        "ISSUER_REFUSED, 401, Bearer error=\"invalid_token\", token_invalid",
        "TYPE_REFUSED, 401, Bearer error=\"invalid_token\", token_type_refused",
        "EXPIRED, 401, Bearer error=\"invalid_token\", token_expired",
        "REVOKED, 401, Bearer error=\"invalid_token\", token_revoked",
        "SESSION_ENDED, 401, Bearer error=\"invalid_token\", token_revoked",
        "REFRESH_REUSED, 401, Bearer error=\"invalid_token\", token_revoked",
        "NOT_FRESH, 401, Bearer error=\"insufficient_user_authentication\", fresh_token_required",
        "CSRF_MISSING, 403, , csrf_missing",
        "CSRF_MISMATCH, 403, , csrf_mismatch",
        "ORIGIN_REFUSED, 403, , origin_refused",
        "APPLICATION_REFUSED, 403, , refused",
        "SCOPE_MISSING, 403, 'Bearer error=\"insufficient_scope\", scope=\"read write\"', scope_missing",
        "USER_UNKNOWN, 401, Bearer error=\"invalid_token\", token_invalid",
        "CHECK_UNAVAILABLE, 503, , unavailable",
        "ERROR, 500, , error"
    })
    @DisplayName("DESIGN §6: each reason has its status, challenge and public code")
    void table(Reason reason, int status, @Nullable String challenge, String code) {
        Answer answer = answer(reason, r -> r.scopes("read", "write"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo(challenge);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(body(answer))
                .contains("\"status\":" + status)
                .contains("\"code\":\"" + code + "\"");
        assertThat(header(answer, "Retry-After")).isEqualTo(status == 503 ? "5" : null);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    @DisplayName("Every reason has an answer of the client's or the server's error")
    void complete(Reason reason) {
        assertThat(answer(reason, r -> r).status()).isBetween(400, 503);
    }

    @Test
    @DisplayName("RFC 9457 §3: the whole body of a refusal")
    void problemBody() {
        assertThat(body(answer(Reason.EXPIRED, r -> r)))
                .isEqualTo(
                        "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"The token has expired.\",\"code\":\"token_expired\"}");
    }

    @Test
    @DisplayName("LOG-05: whatever is wrong with a token, the answer is the same to the byte")
    void noOracle() {
        List<Answer> answers = new ArrayList<>();
        for (Reason reason : List.of(
                Reason.MALFORMED,
                Reason.KEY_UNKNOWN,
                Reason.SIGNATURE_INVALID,
                Reason.CLAIM_INVALID)) {
            answers.add(answer(reason, r -> r));
        }
        assertThat(answers).extracting(AnswersTest::body).containsOnly(body(answers.get(0)));
        assertThat(answers)
                .extracting(Answer::headers)
                .containsOnly(answers.get(0).headers());
    }

    @Test
    @DisplayName(
            "TYP-07, RFC 9470 §3: max_age stands in the challenge only where the route bounds the authentication")
    void maxAge() {
        assertThat(header(
                        answer(Reason.NOT_FRESH, r -> r.fresh(Duration.ofMinutes(5))),
                        "WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");
        assertThat(header(
                        answer(Reason.EXPIRED, r -> r.fresh(Duration.ofMinutes(5))),
                        "WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    @DisplayName("A configured scheme stands in the challenge; without one it is Bearer")
    void configuredScheme() {
        web.scheme = "JWT";
        assertThat(header(answer(Reason.EXPIRED, r -> r), "WWW-Authenticate"))
                .isEqualTo("JWT error=\"invalid_token\"");
        web.scheme = "";
        assertThat(header(answer(Reason.TOKEN_MISSING, r -> r), "WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    @DisplayName("LOG-04, SIG-23: nothing of a request is repeated in its answer")
    void noEcho() {
        Request request = Request.get()
                .query("q=canary")
                .header("Authorization", "Bearer canary.canary.canary");
        Outcome.Denied denied = web.denied(request, r -> r);
        assertThat(body(denied.answer())).doesNotContain("canary");
        assertThat(denied.answer().headers())
                .noneMatch(header -> header.value().contains("canary"));
        assertThat(denied.refusal().toString()).doesNotContain("canary");
    }

    @Test
    @DisplayName(
            "The application answers for a reason in its own words, and may leave a case to the usual answer")
    void ownAnswer() {
        web.answers.put(
                Reason.EXPIRED,
                refusal -> refusal.requirement().isFresh()
                        ? null
                        : Answer.json(418, "{\"why\":\"" + refusal.reason().code() + "\"}"));
        Request request = Request.get().bearer(web.access(TokenOptions::fresh));
        web.clock.forward(Duration.ofHours(1));
        Answer own = web.denied(request, r -> r).answer();
        assertThat(own.status()).isEqualTo(418);
        assertThat(body(own)).isEqualTo("{\"why\":\"expired\"}");
        assertThat(web.denied(request, r -> r.fresh()).answer().status()).isEqualTo(401);
        assertThat(web.denied(Request.get(), r -> r).answer().status()).isEqualTo(401);
    }

    @Test
    @DisplayName("The application redirects to its login page")
    void redirect() {
        web.answers.put(Reason.TOKEN_MISSING, refusal -> Answer.redirect("/login"));
        Answer answer = web.denied(Request.get(), r -> r).answer();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/login");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    @DisplayName("An own answer that fails is a 500 with a reference, and never a pass")
    void failingAnswer() {
        web.answers.put(
                Reason.TOKEN_MISSING, refusal -> Answer.redirect("/login\r\nSet-Cookie: x=y"));
        web.answers.put(Reason.EXPIRED, refusal -> {
            throw new CheckUnavailableException("template store");
        });
        Outcome.Denied denied = web.denied(Request.get(), r -> r);
        assertThat(denied.answer().status()).isEqualTo(500);
        assertThat(denied.refusal().reason()).isEqualTo(Reason.ERROR);
        assertThat(body(denied.answer()))
                .contains("\"reference\":\"" + denied.refusal().reference() + "\"");
    }

    @Test
    @DisplayName(
            "A refusal tells the application where the token stood, which claim was at fault, and authentic claims only")
    void refusal() {
        Request request = Request.get().bearer(web.access());
        web.clock.forward(Duration.ofHours(1));
        Refusal expired = web.denied(request, r -> r).refusal();
        assertThat(expired.location()).contains(Location.HEADERS);
        assertThat(expired.authentic().orElseThrow().get("sub")).isEqualTo("ada");
        assertThat(expired.request()).isSameAs(request);
        Refusal forged = web.denied(Request.get().bearer("a.b.c"), r -> r).refusal();
        assertThat(forged.authentic()).isEmpty();
        assertThat(expired).hasToString("Refusal[expired, HEADERS]");
    }

    @Test
    @DisplayName("RFC 9110 §15: an answer has the status of a final response")
    void finalStatus() {
        assertThat(Answer.empty(200).status()).isEqualTo(200);
        assertThat(Answer.empty(599).status()).isEqualTo(599);
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.empty(199));
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.empty(600));
    }
}
