package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.NOW;
import static dev.jeton.jwt.JwtFixture.good;
import static dev.jeton.jwt.JwtFixture.goodBut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class VerifiedJwtTest {
    private final JwtFixture fixture = new JwtFixture();

    private boolean isFresh(Object fresh) {
        return fixture.verified(good("fresh", fresh)).isFreshAt(Instant.ofEpochSecond(NOW));
    }

    @Test
    @DisplayName("A token is fresh that says so, and not fresh that says not, or nothing")
    void saidFresh() {
        assertThat(isFresh(true)).isTrue();
        assertThat(isFresh(false)).isFalse();
        assertThat(fixture.verified(good()).isFreshAt(Instant.ofEpochSecond(NOW)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    @DisplayName(
            "TYP-10: a token is fresh up to the second of its fresh claim, and stale a second later")
    void freshUntil(long after, boolean fresh) {
        VerifiedJwt jwt = fixture.verified(good("fresh", NOW + 100));

        assertThat(jwt.isFreshAt(Instant.ofEpochSecond(NOW + 100 + after))).isEqualTo(fresh);
    }

    @Test
    @DisplayName("TYP-10: the fraction of a fresh claim counts, to the millisecond")
    void freshUntilAFraction() {
        VerifiedJwt jwt = fixture.verified(good("fresh", new BigDecimal(NOW + ".5")));

        assertThat(jwt.isFreshAt(Instant.ofEpochMilli(NOW * 1000 + 500))).isTrue();
        assertThat(jwt.isFreshAt(Instant.ofEpochMilli(NOW * 1000 + 501))).isFalse();
    }

    @Test
    @DisplayName(
            "TYP-08: text, 0, 1, null, an array, an object, a negative time and one past 9999 are not fresh")
    void strangeFreshness() {
        for (Object odd : Arrays.asList(
                "true",
                "9999999999",
                0,
                1,
                null,
                List.of(true),
                Map.of("fresh", true),
                -1,
                253_402_300_800L,
                new BigDecimal("1e300"))) {
            assertThat(isFresh(odd)).as("%s", odd).isFalse();
        }
    }

    @Test
    @DisplayName(
            "RFC 8693 §4.2, RFC 6749 §3.3: scopes are words between blanks, or the strings of an array")
    void scopes() {
        assertThat(scopes("a b  c ")).containsExactly("a", "b", "c");
        assertThat(scopes(" one")).containsExactly("one");
        assertThat(scopes("tab\there")).containsExactly("tab\there");
        assertThat(scopes("")).isEmpty();
        assertThat(scopes("   ")).isEmpty();
        assertThat(scopes(List.of("a b", "c"))).containsExactly("a b", "c");
        assertThat(scopes(List.of("a", 5))).isEmpty();
        assertThat(scopes(null)).isEmpty();
        assertThat(scopes(5)).isEmpty();
        assertThat(fixture.verified(good()).scopes()).isEmpty();
    }

    private List<String> scopes(Object scope) {
        return fixture.verified(good("scope", scope)).scopes();
    }

    @Test
    @DisplayName("Roles are the strings of an array, or one string")
    void roles() {
        assertThat(fixture.verified(good("roles", List.of("admin", "user"))).roles())
                .containsExactly("admin", "user");
        assertThat(fixture.verified(good("roles", "site admin")).roles())
                .containsExactly("site admin");
        assertThat(fixture.verified(good("roles", Map.of("admin", true))).roles())
                .isEmpty();
    }

    @Test
    @DisplayName("RFC 7519 §4.1: the registered claims have names of their own")
    void registeredClaims() {
        fixture.acceptedIssuers = java.util.Set.of("me");
        fixture.acceptedAudiences = java.util.Set.of("api");
        Map<String, Object> claims = good("iss", "me");
        claims.putAll(Map.of("aud", "api", "sid", "s", "csrf", "c", "auth_time", NOW - 5));

        VerifiedJwt jwt = fixture.verified(claims);

        assertThat(jwt.subject()).isEqualTo("alice");
        assertThat(jwt.issuer()).contains("me");
        assertThat(jwt.audience()).containsExactly("api");
        assertThat(jwt.id()).contains("a-token");
        assertThat(jwt.sessionId()).contains("s");
        assertThat(jwt.csrf()).contains("c");
        assertThat(jwt.authTime()).contains(Instant.ofEpochSecond(NOW - 5));
        assertThat(jwt.issuedAt()).contains(Instant.ofEpochSecond(NOW - 60));
        assertThat(jwt.expiresAt()).isEqualTo(Instant.ofEpochSecond(NOW + 840));
        assertThat(jwt.header().kid()).isEqualTo("1");
    }

    @Test
    @DisplayName("RFC 7519 §4.1: a claim that is not there, or of another kind, is empty")
    void absentClaims() {
        Map<String, Object> claims = goodBut("iat");
        claims.put("csrf", 5);
        claims.put("auth_time", "yesterday");
        VerifiedJwt jwt = fixture.verified(claims);

        assertThat(jwt.issuer()).isEmpty();
        assertThat(jwt.audience()).isEmpty();
        assertThat(jwt.issuedAt()).isEmpty();
        assertThat(jwt.authTime()).isEmpty();
        assertThat(jwt.csrf()).isEmpty();
        assertThat(jwt.sessionId()).isEmpty();
    }

    @Test
    @DisplayName(
            "LOG-02: the text of a verified token names its claims, and says nothing of what they hold")
    void textHoldsNoValues() {
        VerifiedJwt jwt = fixture.verified(good("secret", "canary"));

        assertThat(jwt.toString())
                .contains("access", "secret")
                .doesNotContain("canary", "alice", "a-token");
    }
}
