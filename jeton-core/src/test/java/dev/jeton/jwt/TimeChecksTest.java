package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.GOOD;
import static dev.jeton.jwt.JwtFixture.NOW;
import static dev.jeton.jwt.JwtFixture.good;
import static dev.jeton.jwt.JwtFixture.goodBut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.TokenRejectedException;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class TimeChecksTest {
    private static final long EXP = NOW + 840;

    private final JwtFixture fixture = new JwtFixture();

    private String at(long second, Map<String, ?> claims) {
        fixture.clock.set(Instant.ofEpochSecond(second));
        return fixture.verdict(claims);
    }

    private String atMilli(long millis, Map<String, ?> claims) {
        fixture.clock.set(Instant.ofEpochMilli(millis));
        return fixture.verdict(claims);
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.4, CLM-01, CLM-02: a token is refused from the very second of its exp on")
    void expiresAtExp() {
        assertThat(at(EXP - 1, good())).isEqualTo(GOOD);
        assertThat(at(EXP, good())).isEqualTo("expired: exp");
        assertThat(at(EXP + 1, good())).isEqualTo("expired: exp");
        assertThat(atMilli(EXP * 1000 - 1, good())).isEqualTo(GOOD);
    }

    @Test
    @DisplayName("RFC 7519 §4.1.4: the clock skew lengthens a token's life by just as much")
    void skewLengthens() {
        fixture.skew = Duration.ofSeconds(10);

        assertThat(at(EXP + 9, good())).isEqualTo(GOOD);
        assertThat(at(EXP + 10, good())).isEqualTo("expired: exp");
        assertThat(at(EXP + 11, good())).isEqualTo("expired: exp");
    }

    @Test
    @DisplayName("RFC 7519 §2, CLM-07: the fraction of an exp counts")
    void fractionOfExp() {
        Map<String, Object> claims = good("exp", new BigDecimal(EXP + ".5"));

        assertThat(atMilli(EXP * 1000 + 499, claims)).isEqualTo(GOOD);
        assertThat(atMilli(EXP * 1000 + 500, claims)).isEqualTo("expired: exp");
    }

    @Test
    @DisplayName("RFC 7519 §2, CLM-07: a NumericDate may be written with a fraction or an exponent")
    void legalForms() {
        for (String number : new String[] {
            "1900000840.0", "1.90000084e9", "1900000840.000000001", "19000008.4E+2"
        }) {
            assertThat(fixture.verdict(fixture.signed("""
                    {"sub":"alice","type":"access","jti":"j","iat":1.9e9,"nbf":1900000000.0,"exp":%s}""".formatted(number))))
                    .as(number)
                    .isEqualTo(GOOD);
        }
    }

    @Test
    @DisplayName("CLM-03: a token without exp is refused")
    void needsExp() {
        assertThat(fixture.verdict(goodBut("exp"))).isEqualTo("claim_invalid: exp");
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.5, CLM-08: a token is refused before the second of its nbf, and good from it on")
    void notBefore() {
        Map<String, Object> claims = good("nbf", NOW + 100);

        assertThat(at(NOW + 99, claims)).isEqualTo("not_yet_valid: nbf");
        assertThat(at(NOW + 100, claims)).isEqualTo(GOOD);
        assertThat(at(NOW + 101, claims)).isEqualTo(GOOD);
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.5: the clock skew lets nbf lie ahead by just as much, and its fraction counts")
    void notBeforeWithSkew() {
        fixture.skew = Duration.ofSeconds(10);
        Map<String, Object> claims = good("nbf", new BigDecimal((NOW + 110) + ".25"));

        assertThat(atMilli((NOW + 100) * 1000 + 249, claims)).isEqualTo("not_yet_valid: nbf");
        assertThat(atMilli((NOW + 100) * 1000 + 250, claims)).isEqualTo(GOOD);
        assertThat(at(NOW + 99, claims)).isEqualTo("not_yet_valid: nbf");
        assertThat(at(NOW + 101, claims)).isEqualTo(GOOD);
    }

    @Test
    @DisplayName("RFC 7519 §4.1.6, CLM-09: a token whose iat lies ahead of the skew is refused")
    void futureIssue() {
        fixture.skew = Duration.ofSeconds(10);
        Map<String, Object> claims = good("iat", NOW + 110);

        assertThat(at(NOW + 99, claims)).isEqualTo("not_yet_valid: iat");
        assertThat(at(NOW + 100, claims)).isEqualTo(GOOD);
        assertThat(at(NOW + 101, claims)).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iat"})
    @DisplayName("CLM-04, CLM-05: a time that is no number is refused, and never treated as absent")
    void mistyped(String claim) {
        for (String value : new String[] {
            "\"1900000840\"", "\"\"", "null", "true", "[1900000840]", "{}", "\"soon\""
        }) {
            assertThat(fixture.verdict(fixture.signed(withRaw(claim, value))))
                    .as(value)
                    .isEqualTo("claim_invalid: " + claim);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iat"})
    @DisplayName("CLM-06: a time outside the years 1970 to 9999, or in milliseconds, is refused")
    void outOfRange(String claim) {
        for (String value : new String[] {
            "-1",
            "-0.5",
            "253402300800",
            "253402300799.5",
            "1900000840000",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e300",
            "-1e300"
        }) {
            assertThat(fixture.verdict(fixture.signed(withRaw(claim, value))))
                    .as(value)
                    .isEqualTo("claim_invalid: " + claim);
        }
    }

    @Test
    @DisplayName("ENC-16: a number that no double holds is not read at all, in any claim")
    void absurdNumbers() {
        for (String value :
                new String[] {"1e400", "1e1000000", "1E+2147483647", "-0", "9".repeat(5000)}) {
            assertThat(fixture.verdict(fixture.signed(withRaw("exp", value))))
                    .as(value)
                    .isEqualTo("malformed");
            assertThat(fixture.verdict(fixture.signed(withRaw("any", value))))
                    .as(value)
                    .isEqualTo("malformed");
        }
    }

    private static String withRaw(String claim, String json) {
        StringBuilder payload =
                new StringBuilder("{\"").append(claim).append("\":").append(json);
        good().forEach((name, value) -> {
            if (!name.equals(claim)) {
                payload.append(",\"").append(name).append("\":");
                payload.append(value instanceof String ? "\"" + value + "\"" : value);
            }
        });
        return payload.append('}').toString();
    }

    @Test
    @DisplayName("CLM-06: the last second of the year 9999 and the first of 1970 are times")
    void rangeEnds() {
        assertThat(fixture.verdict(good("exp", 253_402_300_799L))).isEqualTo(GOOD);
        assertThat(fixture.verdict(good("nbf", 0L))).isEqualTo(GOOD);
        assertThat(fixture.verdict(good("iat", 0L))).isEqualTo(GOOD);
        assertThat(fixture.verdict(good("iat", new BigDecimal("1e-324")))).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource({"-1, good", "0, claim_invalid: exp", "1, claim_invalid: exp"})
    @DisplayName("CLM-10: exp must lie after iat")
    void issuedAfterExpiry(long iatAfterExp, String verdict) {
        fixture.skew = Duration.ofSeconds(600);
        fixture.clock.set(Instant.ofEpochSecond(EXP));

        assertThat(fixture.verdict(good("iat", EXP + iatAfterExp))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"-1, good", "0, good", "1, claim_invalid: exp"})
    @DisplayName("CLM-10: exp must not lie before nbf")
    void validAfterExpiry(long nbfAfterExp, String verdict) {
        fixture.skew = Duration.ofSeconds(600);
        fixture.clock.set(Instant.ofEpochSecond(EXP));

        assertThat(fixture.verdict(good("nbf", EXP + nbfAfterExp))).isEqualTo(verdict);
    }

    @Test
    @DisplayName(
            "CLM-11: a token older than the greatest age is refused as expired, though its exp is far")
    void greatestAge() {
        fixture.maxTokenAge = Duration.ofSeconds(300);
        Map<String, Object> claims = good("iat", NOW);

        assertThat(at(NOW + 299, claims)).isEqualTo(GOOD);
        assertThat(at(NOW + 300, claims)).isEqualTo(GOOD);
        assertThat(at(NOW + 301, claims)).isEqualTo("expired: iat");
    }

    @Test
    @DisplayName(
            "CLM-11: the clock skew counts for the greatest age too, and where there is one iat is required")
    void greatestAgeWithSkew() {
        fixture.maxTokenAge = Duration.ofSeconds(300);
        fixture.skew = Duration.ofSeconds(10);

        assertThat(at(NOW + 310, good("iat", NOW))).isEqualTo(GOOD);
        assertThat(at(NOW + 311, good("iat", NOW))).isEqualTo("expired: iat");
        assertThat(at(NOW, goodBut("iat"))).isEqualTo("claim_invalid: iat");
    }

    @Test
    @DisplayName("CLM-11: a greatest age beyond all times bounds nothing, and overflows nowhere")
    void boundlessAge() {
        fixture.maxTokenAge = Duration.ofSeconds(Long.MAX_VALUE);

        assertThat(fixture.verdict(good("iat", 0L))).isEqualTo(GOOD);
    }

    @Test
    @DisplayName("RFC 7519 §4.1.6: a token without iat is good")
    void needsNoIssueTime() {
        assertThat(fixture.verdict(goodBut("iat"))).isEqualTo(GOOD);
    }

    @Test
    @DisplayName(
            "CLM-19, F-11: after the clock moves back an hour new tokens are refused until it catches up, and good again then")
    void clockMovedBack() {
        fixture.skew = Duration.ofSeconds(10);

        assertThat(at(NOW - 3600, good())).isEqualTo("not_yet_valid: iat");
        assertThat(at(NOW, good())).isEqualTo(GOOD);
    }

    @Test
    @DisplayName(
            "CLM-19, F-12: after the clock moves ahead an hour tokens expire early, and are good again once it is right")
    void clockMovedAhead() {
        assertThat(at(NOW + 3600, good())).isEqualTo("expired: exp");
        assertThat(at(NOW, good())).isEqualTo(GOOD);
    }

    @Test
    @DisplayName("That a token has expired is reported only where nothing else is wrong with it")
    void expiryIsReportedLast() {
        Map<String, Object> claims = good("exp", NOW - 1);
        claims.put("aud", "others");

        assertThat(fixture.verdict(claims)).isEqualTo("audience_refused: aud");
    }

    @Test
    @DisplayName(
            "An expired token is good where that is said explicitly, and only if all else holds")
    void allowingExpired() {
        JwtVerifier verifier = fixture.verifier();
        Map<String, Object> expired = good("exp", NOW - 1);

        VerifiedJwt jwt = verifier.verifyAllowingExpired(fixture.signed(expired));
        assertThat(jwt.subject()).isEqualTo("alice");
        assertThat(jwt.expiresAt()).isEqualTo(Instant.ofEpochSecond(NOW - 1));

        expired.put("sub", 5);
        Assertions.assertThatExceptionOfType(TokenRejectedException.class)
                .isThrownBy(() -> verifier.verifyAllowingExpired(fixture.signed(expired)))
                .withMessage("claim_invalid: sub");
    }
}
