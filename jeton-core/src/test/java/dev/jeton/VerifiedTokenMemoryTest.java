package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.Reason;
import dev.jeton.failure.SettingsException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.RotatingKeys;
import dev.jeton.jwt.TestClock;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;

/** A token whose signature is remembered is a token like any other: all else is checked at each request. */
@ParameterizedClass
@EnumSource(
        value = JwsAlgorithm.class,
        names = {"EDDSA", "HS256"})
class VerifiedTokenMemoryTest {
    private final JwsAlgorithm algorithm;
    private boolean accepting = true;
    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final RotatingKeys keys;
    private final Jeton jeton;
    private final Tokens tokens;

    VerifiedTokenMemoryTest(JwsAlgorithm algorithm) {
        this.algorithm = algorithm;
        keys = new RotatingKeys(KeyRing.of(key("a")));
        jeton = Jeton.builder()
                .keys(keys)
                .rememberHmacTokens(true)
                .clock(clock)
                .denylist(new InMemoryDenylist())
                .check(jwt -> accepting)
                .build();
        tokens = jeton.login("alice", login -> login.freshFor(Duration.ofMinutes(1)));
    }

    private JwsKey key(String kid) {
        if (algorithm == JwsAlgorithm.HS256) {
            return JwsKey.ofSecret(kid + "-Zk1rT5yqO8wVb3nX7cE2hJ6pL9sD4gAu").withKid(kid);
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return JwsKey.ofPair(JwsAlgorithm.EDDSA, pair.getPrivate(), pair.getPublic())
                    .withKid(kid);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Outcome outcome(JwtRequirement requirement) {
        return jeton.authenticator().authenticate(TestRequest.bearer(tokens.access()), requirement);
    }

    private Outcome outcome() {
        return outcome(JwtRequirement.required());
    }

    private static void assertDenied(Outcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> assertThat(denied.refusal().reason()).isEqualTo(reason));
    }

    @BeforeEach
    void isRemembered() {
        assertThat(outcome()).isInstanceOf(Outcome.Authenticated.class);
        assertThat(outcome()).isInstanceOf(Outcome.Authenticated.class);
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.4: it is refused from the second on in which its exp and the skew have passed")
    void expires() {
        clock.move(Duration.ofMinutes(15).plusSeconds(9));
        assertThat(outcome()).isInstanceOf(Outcome.Authenticated.class);
        clock.move(Duration.ofSeconds(1));
        assertDenied(outcome(), Reason.EXPIRED);
    }

    @Test
    @DisplayName("REV-01: it is refused once it has been revoked")
    void isRevoked() {
        jeton.revoke(jeton.verifier().verify(tokens.access()));
        assertDenied(outcome(), Reason.REVOKED);
    }

    @Test
    @DisplayName("Its type, its freshness and the application's check are looked at")
    void isChecked() {
        assertDenied(outcome(JwtRequirement.required().refresh()), Reason.TYPE_REFUSED);
        assertThat(outcome(JwtRequirement.required().fresh()))
                .isInstanceOf(Outcome.Authenticated.class);
        clock.move(Duration.ofSeconds(61));
        assertDenied(outcome(JwtRequirement.required().fresh()), Reason.NOT_FRESH);
        accepting = false;
        assertDenied(outcome(), Reason.APPLICATION_REFUSED);
    }

    @Test
    @DisplayName("KEY-14: it is refused once its key is gone")
    void losesItsKey() {
        keys.replace(keys.ring().next(key("b")));
        assertDenied(outcome(), Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName("A memory of less than nothing is a problem at start-up")
    void negative() {
        assertThatThrownBy(() -> Jeton.builder()
                        .secretKey(JetonBuilderTest.SECRET)
                        .verifiedTokenMemory(-1)
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("verified-token-memory is less than nothing");
    }

    @Test
    @DisplayName("To remember HMAC tokens in no memory is a contradiction, told at start-up")
    void without() {
        assertThatThrownBy(() -> Jeton.builder()
                        .secretKey(JetonBuilderTest.SECRET)
                        .verifiedTokenMemory(0)
                        .rememberHmacTokens(true)
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("remember-hmac-tokens has no memory to use");
    }

    @Test
    @DisplayName(
            "A provider that is not installed is a problem at start-up, told with those that are")
    void provider() {
        assertThatThrownBy(() -> Jeton.builder()
                        .secretKey(JetonBuilderTest.SECRET)
                        .keyProvider("Moon")
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no JCA provider of the name \"Moon\"");
        Jeton provided = Jeton.builder()
                .secretKey(JetonBuilderTest.SECRET)
                .keyProvider("SunJCE")
                .build();
        assertThat(provided.verifier()
                        .verify(provided.createAccessToken("alice"))
                        .subject())
                .isEqualTo("alice");
    }
}
