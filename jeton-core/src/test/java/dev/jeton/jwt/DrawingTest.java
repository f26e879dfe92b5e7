package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.jwt.wire.Allowance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

/** The times of tokens that are issued. */
class DrawingTest {
    private final JwtFixture fixture = new JwtFixture();

    private TokenDraft.Drawn drawn(TokenOptions options) {
        return fixture.issuer().draft(TokenType.ACCESS, "alice", options).drawn();
    }

    private @Nullable Instant expiry(TokenOptions options) {
        return drawn(options).expiresAt();
    }

    @Test
    @DisplayName("RFC 7519 §4.1.4: exp is the moment of issue, to the second, and the lifetime")
    void lifetimes() {
        fixture.clock.set(Instant.ofEpochMilli(NOW * 1000 + 900));

        assertThat(expiry(new TokenOptions())).isEqualTo(Instant.ofEpochSecond(NOW + 900));
        assertThat(expiry(new TokenOptions().lifetime(Duration.ofSeconds(1))))
                .isEqualTo(Instant.ofEpochSecond(NOW + 1));
        assertThat(expiry(new TokenOptions().lifetime(Duration.ofNanos(1_500_700_000))))
                .isEqualTo(Instant.ofEpochMilli(NOW * 1000 + 1500));
    }

    @Test
    @DisplayName("CLM-02: a token lives its lifetime long and not a second longer")
    void livesItsLifetime() {
        String token = fixture.issuer()
                .sign(fixture.issuer().draft(TokenType.ACCESS, "alice", new TokenOptions()));

        fixture.clock.move(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(fixture.verdict(token)).isEqualTo(JwtFixture.GOOD);
        fixture.clock.move(Duration.ofSeconds(1));
        assertThat(fixture.verdict(token)).isEqualTo("expired: exp");
    }

    @Test
    @DisplayName("F-11: a token is good at once at its issuer, in any fraction of the second")
    void goodAtOnce() {
        for (int milli : new int[] {0, 1, 499, 999}) {
            fixture.clock.set(Instant.ofEpochMilli(NOW * 1000 + milli));
            assertThat(fixture.issued(TokenType.ACCESS, new TokenOptions()).issuedAt())
                    .contains(Instant.ofEpochSecond(NOW));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1_000_000_000})
    @DisplayName("CLM-10: a lifetime or freshness of nothing or less is refused")
    void nothingOrLess(long nanos) {
        Duration span = Duration.ofNanos(nanos);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawn(new TokenOptions().lifetime(span)))
                .withMessageContaining("lifetime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawn(new TokenOptions().freshFor(span)))
                .withMessageContaining("freshness");
    }

    @Test
    @DisplayName(
            "A lifetime below a millisecond would make a token that expires as it is issued, and is refused")
    void belowAMillisecond() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawn(new TokenOptions().lifetime(Duration.ofNanos(999_999))));
        assertThat(expiry(new TokenOptions().lifetime(Duration.ofMillis(1))))
                .isEqualTo(Instant.ofEpochMilli(NOW * 1000 + 1));
    }

    @Test
    @DisplayName(
            "NEGATIVE_LIFETIMES: a token may be issued that expired a minute ago, and one that is stale")
    void negativeLifetimes() {
        fixture.allowing(Allowance.NEGATIVE_LIFETIMES);
        Duration aMinuteAgo = Duration.ofSeconds(-60);
        TokenDraft.Drawn drawn =
                drawn(new TokenOptions().lifetime(aMinuteAgo).freshFor(aMinuteAgo));

        assertThat(drawn.expiresAt()).isEqualTo(Instant.ofEpochSecond(NOW - 60));
        assertThat(drawn.fresh()).isEqualTo(Instant.ofEpochSecond(NOW - 60));
    }

    @Test
    @DisplayName("CLM-06: a time past the year 9999 is refused at issue, for nobody would read it")
    void tooLong() {
        Duration longest =
                Duration.between(fixture.clock.instant(), Instant.parse("9999-12-31T23:59:59Z"));

        assertThat(fixture.issued(TokenType.ACCESS, new TokenOptions().lifetime(longest))
                        .expiresAt())
                .isEqualTo("9999-12-31T23:59:59Z");
        for (Duration longer :
                new Duration[] {longest.plusMillis(1), Duration.ofSeconds(Long.MAX_VALUE)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> drawn(new TokenOptions().lifetime(longer)))
                    .withMessageContaining("9999");
        }
        fixture.allowing(Allowance.NEGATIVE_LIFETIMES);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        drawn(new TokenOptions().lifetime(Duration.ofSeconds(Long.MIN_VALUE))))
                .withMessageContaining("1970");
    }

    @Test
    @DisplayName(
            "CFG-04: a token never expires only where the configuration has insecureTokensWithoutExpiry")
    void withoutExpiry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawn(new TokenOptions().insecureWithoutExpiry()))
                .withMessageContaining("insecureTokensWithoutExpiry");

        fixture.withoutExpiry = true;
        assertThat(expiry(new TokenOptions().insecureWithoutExpiry())).isNull();
        assertThat(expiry(new TokenOptions())).isNotNull();
    }

    @Test
    @DisplayName("Where the configured life is for ever a call may still give one")
    void lifetimeOverForEver() {
        fixture.accessLifetime = null;

        assertThat(expiry(new TokenOptions())).isNull();
        assertThat(expiry(new TokenOptions().lifetime(Duration.ofMinutes(1))))
                .isEqualTo(Instant.ofEpochSecond(NOW + 60));
    }

    @Test
    @DisplayName("TYP-09: freshness is a flag or a window, and a refresh token has none")
    void freshness() {
        assertThat(drawn(new TokenOptions()).fresh()).isEqualTo(false);
        assertThat(drawn(new TokenOptions().fresh()).fresh()).isEqualTo(true);
        assertThat(drawn(new TokenOptions().fresh(false)).fresh()).isEqualTo(false);
        assertThat(drawn(new TokenOptions().freshFor(Duration.ofMinutes(5))).fresh())
                .isEqualTo(Instant.ofEpochSecond(NOW + 300));
        assertThat(fixture.issuer()
                        .draft(TokenType.REFRESH, "alice", new TokenOptions().fresh())
                        .drawn()
                        .fresh())
                .isEqualTo(false);
    }

    @Test
    @DisplayName(
            "OpenID Connect Core §2: auth_time is written to the second, and must be a time that is read back")
    void authTime() {
        assertThat(drawn(new TokenOptions().authTime(Instant.ofEpochMilli(NOW * 1000 + 1)))
                        .authTime())
                .isEqualTo(Instant.ofEpochSecond(NOW));
        for (Instant odd : new Instant[] {Instant.MAX, Instant.MIN, Instant.ofEpochSecond(-1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> drawn(new TokenOptions().authTime(odd)))
                    .withMessageContaining("auth_time");
        }
    }
}
