package dev.jeton.web;

import static dev.jeton.failure.Reason.CHECK_UNAVAILABLE;
import static dev.jeton.failure.Reason.ERROR;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.CapturedLog;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;

class FailingHooksTest {
    private final WebFixture web = WebFixture.of();

    @RegisterExtension
    final CapturedLog log = new CapturedLog("dev.jeton.web");

    private final List<LogRecord> logged = log.lines();

    enum Hook {
        REVOCATION,
        CHECK,
        USERS,
        CONDITION
    }

    private Outcome.Denied denied(Hook hook, Exception failure) {
        if (hook == Hook.REVOCATION) {
            web.revocation = jwt -> thrown(failure);
        } else if (hook == Hook.CHECK) {
            web.check = jwt -> thrown(failure);
        } else if (hook == Hook.USERS) {
            web.users = jwt -> thrown(failure);
        }
        return web.denied(
                Request.get().bearer(web.access()),
                r -> hook == Hook.CONDITION
                        ? r.optional().where(jwt -> thrown(failure))
                        : r.optional());
    }

    /** Throws what it is given, checked or not, as code in other languages may. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> boolean thrown(Exception failure) throws E {
        throw (E) failure;
    }

    @ParameterizedTest
    @EnumSource(Hook.class)
    @DisplayName(
            "REV-13, F-01: a check that could not be made is 503 with Retry-After, on optional routes too")
    void unavailable(Hook hook) {
        Outcome.Denied denied = denied(hook, new CheckUnavailableException("store"));
        assertThat(denied.refusal().reason()).isEqualTo(CHECK_UNAVAILABLE);
        assertThat(denied.answer().status()).isEqualTo(503);
        assertThat(denied.answer().headers()).contains(new HttpHeader("Retry-After", "5"));
        assertThat(logged).extracting(LogRecord::getLevel).containsExactly(Level.WARNING);
    }

    @ParameterizedTest
    @EnumSource(Hook.class)
    @DisplayName(
            "CFG-12, FRM-12: a hook that fails is 500, logged under the reference that the answer gives")
    void fails(Hook hook) {
        for (Exception failure : List.of(
                new IllegalStateException("db"),
                new NullPointerException(),
                new IOException("checked"),
                new TokenRejectedException(Reason.EXPIRED))) {
            logged.clear();
            Outcome.Denied denied = denied(hook, failure);
            assertThat(denied.refusal().reason()).isEqualTo(ERROR);
            assertThat(denied.answer().status()).isEqualTo(500);
            String reference = denied.refusal().reference();
            assertThat(new String(denied.answer().body(), StandardCharsets.UTF_8))
                    .contains("\"reference\":\"" + reference + "\"");
            assertThat(logged).singleElement().satisfies(line -> {
                assertThat(line.getMessage()).contains(reference);
                assertThat(line.getThrown()).isSameAs(failure);
                assertThat(line.getLevel()).isEqualTo(Level.SEVERE);
            });
        }
    }

    @Test
    @DisplayName("LOG-01: the log line holds no token")
    void noToken() {
        String token = web.access();
        web.users = jwt -> {
            throw new IllegalStateException("db");
        };
        web.refused(Request.get().bearer(token));
        assertThat(logged)
                .singleElement()
                .satisfies(line -> assertThat(line.getMessage()).doesNotContain(token));
    }

    @Test
    @DisplayName("DOS-12: an outage is logged ten times a second, and once that more follow")
    void limited() {
        web.users = jwt -> {
            throw new CheckUnavailableException("db");
        };
        Request request = Request.get().bearer(web.access());
        RequestAuthenticator authenticator = web.authenticator();
        for (int i = 0; i < 50; i++) {
            authenticator.authenticate(request, JwtRequirement.required());
        }
        assertThat(logged).hasSize(11);
        web.clock.forward(Duration.ofSeconds(1));
        authenticator.authenticate(request, JwtRequirement.required());
        assertThat(logged).hasSize(12);
    }

    @Test
    @DisplayName("F-23: a listener is told of each refusal, and changes nothing when it fails")
    void listener() {
        web.refused(Request.get());
        assertThat(web.told).extracting(Refusal::reason).containsExactly(Reason.TOKEN_MISSING);
        web.listener = refusal -> {
            throw new IllegalStateException("audit");
        };
        Outcome.Denied denied = web.denied(Request.get(), r -> r);
        assertThat(denied.answer().status()).isEqualTo(401);
        assertThat(logged).hasSize(1);
    }

    @Test
    @DisplayName(
            "REV-14: a handler that finds its store down, or its token refused, is answered like a check that does")
    void handlerFailure() {
        RequestAuthenticator authenticator = web.authenticator();
        JwtRequirement logout = JwtRequirement.of(r -> r.logout());
        Request request = Request.post();
        Outcome.Denied down = authenticator
                .afterFailure(request, logout, new CheckUnavailableException("store"))
                .orElseThrow();
        assertThat(down.answer().status()).isEqualTo(503);
        assertThat(down.beforeCommit(503, Set.of())).isNotEmpty();
        Outcome.Denied refused = authenticator
                .afterFailure(request, logout, new TokenRejectedException(Reason.EXPIRED, "exp"))
                .orElseThrow();
        assertThat(refused.answer().status()).isEqualTo(401);
        assertThat(refused.refusal().claim()).isEqualTo("exp");
        assertThat(authenticator.afterFailure(request, logout, new IllegalStateException()))
                .isEmpty();
    }

    @Test
    @DisplayName("FRM-26: a renewal that fails adds nothing, and breaks no answer")
    void renewal() {
        web.renewal = (request, outcome, status, cookies) -> {
            throw new IllegalStateException("renewal");
        };
        assertThat(web.passed(Request.get().bearer(web.access())).beforeCommit(200, Set.of()))
                .isEmpty();
        assertThat(logged).hasSize(1);
    }
}
