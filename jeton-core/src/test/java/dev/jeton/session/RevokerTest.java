package dev.jeton.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.jwt.JwtFixture;
import dev.jeton.jwt.VerifiedJwt;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class RevokerTest {
    private static final long NOW = JwtFixture.NOW;
    private static final long EXP = NOW + 840;

    private final JwtFixture fixture = new JwtFixture();
    private final InMemoryDenylist denylist = new InMemoryDenylist();
    private final Revoker revoker = new Revoker(denylist, fixture.clock, Duration.ofSeconds(10));
    private final RevocationCheck check = new DenylistCheck(denylist, fixture.clock);

    private VerifiedJwt token(Map<String, Object> claims) {
        Map<String, Object> all = JwtFixture.good();
        all.putAll(claims);
        return fixture.verified(all);
    }

    private boolean isRevokedAt(Instant time, VerifiedJwt jwt) {
        fixture.clock.set(time);
        return check.isRevoked(jwt);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "11, false", "12, false"})
    @DisplayName("REV-05: an entry outlives its token by the skew and a second")
    void outlivesTheToken(long afterExp, boolean revoked) {
        VerifiedJwt jwt = token(Map.of());
        revoker.revoke(jwt);

        assertThat(isRevokedAt(Instant.ofEpochSecond(NOW), jwt)).isTrue();
        assertThat(isRevokedAt(Instant.ofEpochSecond(EXP + afterExp), jwt)).isEqualTo(revoked);
    }

    @Test
    @DisplayName("REV-05: the end of an entry is rounded up to the second")
    void roundedUp() {
        VerifiedJwt jwt = token(Map.of("exp", new BigDecimal(EXP + ".001")));
        revoker.revoke(jwt);

        assertThat(isRevokedAt(Instant.ofEpochMilli((EXP + 12) * 1000 - 1), jwt))
                .isTrue();
        assertThat(isRevokedAt(Instant.ofEpochSecond(EXP + 12), jwt)).isFalse();
    }

    @Test
    @DisplayName("REV-06: a token that nobody accepts any more leaves no entry")
    void expiredLongAgo() {
        VerifiedJwt jwt = token(Map.of());
        fixture.clock.set(Instant.ofEpochSecond(EXP + 11));
        revoker.revoke(jwt);
        revoker.endSession("s", Instant.ofEpochSecond(EXP));
        assertThat(denylist.size()).isZero();

        fixture.clock.set(Instant.ofEpochSecond(EXP + 10));
        revoker.revoke(jwt);
        assertThat(denylist.size()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "REV-02: an ended session refuses all its tokens until the last of them has expired everywhere")
    void endsSessions() {
        VerifiedJwt access = token(Map.of("sid", "s"));
        VerifiedJwt refresh =
                token(Map.of("sid", "s", "jti", "another", "type", "refresh", "exp", NOW + 9000));
        VerifiedJwt stranger = token(Map.of("sid", "t"));
        VerifiedJwt alone = token(Map.of());
        revoker.endSession("s", refresh.expiresAt());

        assertThat(check.isRevoked(access)).isTrue();
        assertThat(check.isRevoked(refresh)).isTrue();
        assertThat(check.isRevoked(stranger)).isFalse();
        assertThat(check.isRevoked(alone)).isFalse();
        assertThat(isRevokedAt(Instant.ofEpochSecond(NOW + 9010), refresh)).isTrue();
        assertThat(isRevokedAt(Instant.ofEpochSecond(NOW + 9011), refresh)).isFalse();
    }

    @Test
    @DisplayName("REV-01: revoking one token spares the others of its session")
    void sparesOthers() {
        VerifiedJwt one = token(Map.of("sid", "s"));
        VerifiedJwt other = token(Map.of("sid", "s", "jti", "another"));
        revoker.revoke(one);

        assertThat(check.isRevoked(one)).isTrue();
        assertThat(check.isRevoked(other)).isFalse();
    }

    @Test
    @DisplayName("A token that never expires is revoked for as long as times are counted")
    void neverExpires() {
        revoker.endSession("s", Instant.MAX);
        VerifiedJwt jwt = token(Map.of("sid", "s"));

        assertThat(isRevokedAt(Instant.parse("9999-12-31T23:59:58Z"), jwt)).isTrue();
    }

    @Test
    @DisplayName("A token without jti cannot be revoked, which is said and not swallowed")
    void withoutId() {
        VerifiedJwt jwt = fixture.withoutId();

        assertThat(check.isRevoked(jwt)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> revoker.revoke(jwt))
                .withMessageContaining("jti");
    }

    @Test
    @DisplayName("The check waits for something outside the process just where its denylist does")
    void blocksAsItsDenylist() {
        assertThat(check.isBlocking()).isFalse();
    }
}
