package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.GOOD;
import static dev.jeton.jwt.JwtFixture.NOW;
import static dev.jeton.jwt.JwtFixture.good;
import static dev.jeton.jwt.JwtFixture.goodBut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.internal.Json;
import dev.jeton.jose.JwsSigner;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.jwt.wire.ClaimRules.AcceptedFrom;
import dev.jeton.jwt.wire.ClaimRules.ExpiryRule;
import dev.jeton.jwt.wire.ClaimRules.TypeRule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Each way of being looser than Jeton's own rules opens what it says, and nothing else. */
class AllowanceTest {
    private final JwtFixture fixture = new JwtFixture();

    static Stream<Arguments> claimsThatAnAllowanceOpens() {
        return Stream.of(
                Arguments.of(Allowance.MISSING_EXP, goodBut("exp")),
                Arguments.of(Allowance.MISSING_JTI, goodBut("jti")),
                Arguments.of(Allowance.MISSING_JTI, good("jti", "")),
                Arguments.of(Allowance.ANY_JTI, good("jti", null)),
                Arguments.of(Allowance.ANY_JTI, good("jti", 5)),
                Arguments.of(Allowance.ANY_SESSION_ID, good("sid", 5)),
                Arguments.of(Allowance.MISSING_SUBJECT, goodBut("sub")),
                Arguments.of(Allowance.EMPTY_SUBJECT, good("sub", "")),
                Arguments.of(Allowance.ANY_SUBJECT, good("sub", null)),
                Arguments.of(Allowance.ANY_SUBJECT, good("sub", Map.of("id", 1))),
                Arguments.of(Allowance.UNEXPECTED_ISSUER, good("iss", 5)),
                Arguments.of(Allowance.UNEXPECTED_AUDIENCE, good("aud", "others")),
                Arguments.of(Allowance.UNEXPECTED_AUDIENCE, good("aud", 5)),
                Arguments.of(Allowance.EMPTY_AUDIENCE, good("aud", "")),
                Arguments.of(Allowance.EMPTY_AUDIENCE, good("aud", null)),
                Arguments.of(Allowance.EMPTY_AUDIENCE, good("aud", List.of())),
                Arguments.of(Allowance.FUTURE_ISSUED_AT, good("iat", NOW + 800)),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", "1900000840")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("nbf", "+1899999999")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("iat", "0")),
                Arguments.of(Allowance.ANY_DATE, good("exp", 253_402_300_800L)),
                Arguments.of(
                        Allowance.ANY_DATE, good("exp", new BigDecimal("999999999999999999.5"))),
                Arguments.of(Allowance.ANY_DATE, good("nbf", -1)),
                Arguments.of(Allowance.ANY_DATE, good("iat", new BigDecimal("-0.5"))),
                Arguments.of(Allowance.INCONSISTENT_TIMES, expiringAsItIsIssued()));
    }

    /** Good within a skew of 600 s, but for the contradiction. */
    private static Map<String, Object> expiringAsItIsIssued() {
        Map<String, Object> claims = good("iat", NOW - 10);
        claims.put("exp", NOW - 10);
        return claims;
    }

    @ParameterizedTest
    @MethodSource("claimsThatAnAllowanceOpens")
    @DisplayName("A claim that an allowance opens is refused without it")
    void opens(Allowance allowance, Map<String, Object> claims) {
        if (allowance == Allowance.INCONSISTENT_TIMES) {
            fixture.skew = Duration.ofSeconds(600);
        }
        assertThat(fixture.verdict(claims)).isNotEqualTo(GOOD);
        assertThat(fixture.allowing(allowance).verdict(claims)).isEqualTo(GOOD);
    }

    static Stream<Arguments> claimsThatAnAllowanceLeavesShut() {
        return Stream.of(
                Arguments.of(Allowance.MISSING_EXP, good("exp", null)),
                Arguments.of(Allowance.MISSING_JTI, good("jti", null)),
                Arguments.of(Allowance.MISSING_JTI, good("jti", "x".repeat(129))),
                Arguments.of(Allowance.MISSING_SUBJECT, good("sub", null)),
                Arguments.of(Allowance.MISSING_SUBJECT, good("sub", "")),
                Arguments.of(Allowance.EMPTY_SUBJECT, good("sub", null)),
                Arguments.of(Allowance.ANY_SUBJECT, goodBut("sub")),
                Arguments.of(Allowance.EMPTY_AUDIENCE, good("aud", " ")),
                Arguments.of(Allowance.FUTURE_ISSUED_AT, good("nbf", NOW + 800)),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", "1000000000000000000")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", " 1900000840")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", "1900000840.5")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", "\u0661\u0669\u0660")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", "")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", "-")),
                Arguments.of(Allowance.DIGITS_AS_NUMBERS, good("exp", true)),
                Arguments.of(Allowance.ANY_DATE, good("exp", -1)),
                Arguments.of(
                        Allowance.ANY_DATE, good("exp", new BigInteger("99999999999999999999"))),
                Arguments.of(Allowance.ANY_DATE, good("exp", new BigDecimal("1e300"))),
                Arguments.of(Allowance.ANY_DATE, good("exp", "soon")),
                Arguments.of(Allowance.ANY_DATE, good("nbf", 253_402_300_800L)));
    }

    @ParameterizedTest
    @MethodSource("claimsThatAnAllowanceLeavesShut")
    @DisplayName("An allowance opens no more than it says")
    void leavesShut(Allowance allowance, Map<String, Object> claims) {
        assertThat(fixture.allowing(allowance).verdict(claims)).isNotEqualTo(GOOD);
    }

    @Test
    @DisplayName("ANY_SUB_BESIDE: sub may be anything only where another claim holds the subject")
    void anySubBeside() {
        fixture.allowing(Allowance.ANY_SUB_BESIDE);
        assertThat(fixture.verdict(good("sub", 5))).isEqualTo("claim_invalid: sub");

        fixture.layout = new StandardLayout("user");
        Map<String, Object> claims = good("sub", 5);
        claims.put("user", "alice");
        assertThat(fixture.verdict(claims)).isEqualTo(GOOD);
    }

    @Test
    @DisplayName("ANY_TYP: neither typ nor cty is looked at")
    void anyTyp() {
        fixture.allowing(Allowance.ANY_TYP);
        String token = JwsSigner.sign(
                fixture.key, Map.of("typ", "banana", "cty", "JWT"), Json.write(good()));

        assertThat(fixture.verdict(token)).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @EnumSource(
            value = ExpiryRule.class,
            names = {"AT_WHOLE_EXP", "AFTER_WHOLE_EXP"})
    @DisplayName("A time that is none, or out of range, is refused by rules of whole seconds too")
    void wholeSecondsOfNoTime(ExpiryRule expiry) {
        rules(TypeRule.EXACT, expiry, AcceptedFrom.CONFIGURED);
        for (Object odd : List.of("soon", -1, 253_402_300_800L)) {
            assertThat(fixture.verdict(good("exp", odd))).isEqualTo("claim_invalid: exp");
            assertThat(fixture.verdict(good("nbf", odd))).isEqualTo("claim_invalid: nbf");
            assertThat(fixture.verdict(good("iat", odd))).isEqualTo("claim_invalid: iat");
        }
    }

    @Test
    @DisplayName("EMPTY_AUDIENCE: an audience that is not empty is one")
    void fullAudience() {
        fixture.allowing(Allowance.EMPTY_AUDIENCE);

        assertThat(fixture.verdict(good("aud", List.of("a")))).isEqualTo("audience_refused: aud");
    }

    @Test
    @DisplayName("A configured audience is required though an empty one counts as absent")
    void emptyAudienceWhereOneIsRequired() {
        fixture.acceptedAudiences = Set.of("api");
        fixture.allowing(Allowance.EMPTY_AUDIENCE);

        assertThat(fixture.verdict(good("aud", ""))).isEqualTo("audience_refused: aud");
    }

    @Test
    @DisplayName(
            "A subject that is not text has its text for a subject, and none has the empty one")
    void subjectsAsText() {
        fixture.allowing(Allowance.ANY_SUBJECT).allowing(Allowance.MISSING_SUBJECT);

        assertThat(fixture.verified(good("sub", 5)).subject()).isEqualTo("5");
        assertThat(fixture.verified(good("sub", null)).subject()).isEmpty();
        assertThat(fixture.verified(goodBut("sub")).subject()).isEmpty();
    }

    @Test
    @DisplayName("A token without exp, where that is allowed, ends never")
    void endsNever() {
        fixture.allowing(Allowance.MISSING_EXP);

        assertThat(fixture.verified(goodBut("exp")).expiresAt()).isEqualTo(Instant.MAX);
    }

    private void rules(TypeRule type, ExpiryRule expiry, AcceptedFrom from) {
        fixture.accessRules = new ClaimRules(Set.of(), type, expiry, from);
        fixture.refreshRules = fixture.accessRules;
    }

    @Test
    @DisplayName(
            "MISSING_IS_ACCESS: a token without a type is an access token; null and other types are refused")
    void missingTypeIsAccess() {
        rules(TypeRule.MISSING_IS_ACCESS, ExpiryRule.AT_EXP, AcceptedFrom.CONFIGURED);

        assertThat(fixture.verified(goodBut("type")).type()).isEqualTo(TokenType.ACCESS);
        assertThat(fixture.verified(good("type", "refresh")).type()).isEqualTo(TokenType.REFRESH);
        for (Object other : Arrays.asList(null, "banana", 5)) {
            assertThat(fixture.verdict(good("type", other))).isEqualTo("claim_invalid: type");
        }
    }

    @Test
    @DisplayName(
            "ANYTHING_BUT_REFRESH_IS_ACCESS: whatever else the type is, the token is an access token")
    void anythingIsAccess() {
        rules(TypeRule.ANYTHING_BUT_REFRESH_IS_ACCESS, ExpiryRule.AT_EXP, AcceptedFrom.CONFIGURED);

        for (Object other : Arrays.asList(null, "banana", 5, "Refresh", List.of("refresh"))) {
            assertThat(fixture.verified(good("type", other)).type()).isEqualTo(TokenType.ACCESS);
        }
        assertThat(fixture.verified(good("type", "refresh")).type()).isEqualTo(TokenType.REFRESH);
        assertThat(fixture.accessRules.opensAccessRoutes("banana")).isTrue();
    }

    @Test
    @DisplayName(
            "EXACT_WHERE_A_ROUTE_ASKS: other types are read, and open no route for access tokens")
    void exactWhereARouteAsks() {
        rules(TypeRule.EXACT_WHERE_A_ROUTE_ASKS, ExpiryRule.AT_EXP, AcceptedFrom.CONFIGURED);

        assertThat(fixture.verified(good("type", "banana")).type()).isEqualTo(TokenType.ACCESS);
        assertThat(fixture.accessRules.opensAccessRoutes("banana")).isFalse();
        assertThat(fixture.accessRules.opensAccessRoutes(null)).isFalse();
        assertThat(fixture.accessRules.opensAccessRoutes("access")).isTrue();
    }

    @Test
    @DisplayName("ANYONE: neither iss nor aud is compared")
    void fromAnyone() {
        rules(TypeRule.EXACT, ExpiryRule.AT_EXP, AcceptedFrom.ANYONE);
        fixture.acceptedAudiences = Set.of("api");
        fixture.acceptedIssuers = Set.of("me");
        Map<String, Object> claims = good("iss", "another");
        claims.put("aud", "others");

        assertThat(fixture.verdict(claims)).isEqualTo(GOOD);
    }

    private String atMilli(long millis, Map<String, Object> claims) {
        fixture.clock.set(Instant.ofEpochMilli(millis));
        return fixture.verdict(claims);
    }

    @Test
    @DisplayName(
            "AT_WHOLE_EXP: a token expires at its exp without the fraction; nbf loses its fraction too")
    void atWholeExp() {
        rules(TypeRule.EXACT, ExpiryRule.AT_WHOLE_EXP, AcceptedFrom.CONFIGURED);
        Map<String, Object> claims = good("exp", new BigDecimal((NOW + 840) + ".5"));
        claims.put("nbf", new BigDecimal((NOW + 10) + ".5"));

        assertThat(atMilli((NOW + 10) * 1000 - 1, claims)).isEqualTo("not_yet_valid: nbf");
        assertThat(atMilli((NOW + 10) * 1000, claims)).isEqualTo(GOOD);
        assertThat(atMilli((NOW + 840) * 1000 - 1, claims)).isEqualTo(GOOD);
        assertThat(atMilli((NOW + 840) * 1000, claims)).isEqualTo("expired: exp");
    }

    @Test
    @DisplayName("AFTER_WHOLE_EXP: a token is good all through the second of its exp")
    void afterWholeExp() {
        rules(TypeRule.EXACT, ExpiryRule.AFTER_WHOLE_EXP, AcceptedFrom.CONFIGURED);
        Map<String, Object> claims = good("exp", new BigDecimal((NOW + 840) + ".5"));

        assertThat(atMilli((NOW + 841) * 1000 - 1, claims)).isEqualTo(GOOD);
        assertThat(atMilli((NOW + 841) * 1000, claims)).isEqualTo("expired: exp");
    }

    @Test
    @DisplayName("AFTER_WHOLE_EXP: the clock skew lengthens a token's life by just as much")
    void afterWholeExpWithSkew() {
        rules(TypeRule.EXACT, ExpiryRule.AFTER_WHOLE_EXP, AcceptedFrom.CONFIGURED);
        fixture.skew = Duration.ofSeconds(10);

        assertThat(atMilli((NOW + 851) * 1000 - 1, good())).isEqualTo(GOOD);
        assertThat(atMilli((NOW + 851) * 1000, good())).isEqualTo("expired: exp");
    }

    @Test
    @DisplayName("Every allowance says in the report what it opens")
    void reports() {
        assertThat(Allowance.values())
                .extracting(Allowance::report)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.length() > 10);
    }
}
