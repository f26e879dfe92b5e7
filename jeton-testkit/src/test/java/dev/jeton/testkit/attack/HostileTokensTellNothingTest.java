package dev.jeton.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonListener;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.testkit.MovableClock;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;
import dev.jeton.web.Refusal;
import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** I5: what a hostile token says is repeated nowhere. */
class HostileTokensTellNothingTest {
    /** Line ends, escapes and marks of direction, which would forge lines or turn them around. */
    private static final String CONTROLS = "[\r\n\u001b\u0000\u202a-\u202e\u2066-\u2069]";

    private static final String FORGED_LINE = "alice\r\nWARNING: forged \u001b[31m\u202e";

    private static final MovableClock CLOCK = MovableClock.atNow();
    private static final HostileTokens HOSTILE = HostileTokens.at(CLOCK.instant());

    private final List<Refusal> refusals = new ArrayList<>();
    private final Jeton jeton = HOSTILE.settle(Jeton.builder().clock(CLOCK))
            .listener(new JetonListener() {
                @Override
                public void refused(Refusal refusal) {
                    refusals.add(refusal);
                }
            })
            .build();

    /** A GET with one header. */
    private record Sent(String token) implements WebRequest {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public List<String> headers(String name) {
            return name.equalsIgnoreCase("Authorization") ? List.of("Bearer " + token) : List.of();
        }

        @Override
        public @Nullable String rawQuery() {
            return null;
        }

        @Override
        public byte @Nullable [] body(int limit) {
            return new byte[0];
        }
    }

    private static Outcome send(Jeton to, String token) {
        return to.authenticator().authenticate(new Sent(token), JwtRequirement.required());
    }

    private Set<String> refuseAll() {
        Set<String> answers = new TreeSet<>();
        for (HostileToken attack : HOSTILE.all()) {
            if (send(jeton, attack.token()) instanceof Outcome.Denied denied) {
                answers.add(denied.answer().status() + " " + denied.answer().headers() + " "
                        + new String(denied.answer().body(), StandardCharsets.UTF_8));
            }
        }
        return answers;
    }

    @Test
    @DisplayName(
            "LOG-07: reasons, claims and locations that listeners count by are of closed sets, whatever is sent")
    void labels() {
        refuseAll();
        assertThat(refusals).hasSizeGreaterThan(500);
        assertThat(refusals)
                .extracting(Refusal::claim)
                .filteredOn(claim -> claim != null)
                .isSubsetOf(
                        "typ",
                        "cty",
                        "crit",
                        "b64",
                        "zip",
                        "enc",
                        "kid",
                        "alg",
                        "jwk",
                        "jku",
                        "x5u",
                        "x5c",
                        "exp",
                        "nbf",
                        "iat",
                        "iss",
                        "aud",
                        "sub",
                        "jti",
                        "type",
                        "fresh",
                        "csrf",
                        "sid",
                        "auth_time");
        assertThat(refusals)
                .extracting(Refusal::toString)
                .allSatisfy(text ->
                        assertThat(text).hasSizeLessThan(60).doesNotContain(HostileTokens.CANARY));
    }

    @Test
    @DisplayName(
            "LOG-04, LOG-05: all hostile tokens have a handful of answers, which repeat nothing of them")
    void answers() {
        assertThat(refuseAll())
                .hasSizeLessThanOrEqualTo(6)
                .allSatisfy(answer -> assertThat(answer).doesNotContain(HostileTokens.CANARY));
    }

    @Test
    @DisplayName(
            "LOG-03: no line that is logged for a token holds control characters, marks of direction, or anything of it")
    void lines() {
        try (LogCapture log = new LogCapture()) {
            refuseAll();
            assertThat(log.take()).as("logged for refusals").isEmpty();

            Jeton failing = Jeton.builder()
                    .clock(CLOCK)
                    .secretKey("base64:QoAYdCHml6bsouTF8C7/QwJtBUW2x6y8QoMZFTf0JPA=")
                    .users(jwt -> {
                        throw new CheckUnavailableException("the directory is away");
                    })
                    .build();
            log.take();
            String token = failing.createAccessToken(FORGED_LINE);
            assertThat(send(failing, token)).isInstanceOf(Outcome.Denied.class);
            assertThat(log.take())
                    .isNotEmpty()
                    .doesNotContain("alice")
                    .doesNotContain("forged")
                    .doesNotContainPattern(CONTROLS);
        }
    }

    @Test
    @DisplayName(
            "I5, I6: nothing but TokenRejectedException leaves the verifier, without stack, cause or a word of the token")
    void exceptions() {
        int refused = 0;
        for (HostileToken attack : HOSTILE.all()) {
            try {
                jeton.verifier().verify(attack.token());
            } catch (TokenRejectedException e) {
                refused++;
                assertThat(e.getStackTrace()).as(attack.toString()).isEmpty();
                assertThat(e).hasNoCause();
                assertThat(e.getMessage()).matches("[a-z_]{1,40}(: [A-Za-z0-9_]{1,16})?");
            }
        }
        assertThat(refused).isGreaterThan(500);
    }
}
