package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.testkit.DenylistContract;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.TokenForge;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TestingTest {
    @Test
    @DisplayName("a session ends after fifteen minutes")
    void expiry() {
        MovableClock clock = MovableClock.at(Instant.parse("2030-01-01T12:00:00Z"));
        Jeton jeton = Jeton.builder().secretKey(SECRET).clock(clock).build();
        String token = jeton.createAccessToken("ada");

        clock.advance(Duration.ofMinutes(15).plusSeconds(10));
        assertThatThrownBy(() -> jeton.verifier().verify(token))
                .isInstanceOf(TokenRejectedException.class)
                .hasMessage("expired: exp");
    }

    @Test
    @DisplayName("a forged token is refused")
    void forged() {
        Jeton jeton = Jeton.withSecret(SECRET);
        String good = jeton.createAccessToken("ada");

        String unsigned = TokenForge.token()
                .header("{\"alg\":\"none\"}")
                .payload("{\"sub\":\"ada\",\"type\":\"access\",\"exp\":4102444800}")
                .unsigned()
                .compact();

        assertThat(jeton.verifier().verify(good).subject()).isEqualTo("ada");
        assertThatThrownBy(() -> jeton.verifier().verify(unsigned))
                .isInstanceOf(TokenRejectedException.class);
    }

    @Nested
    class MyDenylistTest extends DenylistContract {
        @Override
        protected Denylist denylist() {
            return new InMemoryDenylist();
        }
    }
}
