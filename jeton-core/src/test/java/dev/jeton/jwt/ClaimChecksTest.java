package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.GOOD;
import static dev.jeton.jwt.JwtFixture.good;
import static dev.jeton.jwt.JwtFixture.goodBut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.internal.Base64Url;
import dev.jeton.internal.Json;
import dev.jeton.jose.JwsSigner;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.ClaimFailure.Kind;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class ClaimChecksTest {
    private final JwtFixture fixture = new JwtFixture();

    @Test
    @DisplayName("RFC 7519 §4.1.1, CLM-13: iss must be one of the accepted issuers, to the letter")
    void issuer() {
        fixture.acceptedIssuers = Set.of("https://a.example", "https://b.example");

        assertThat(fixture.verdict(good("iss", "https://a.example"))).isEqualTo(GOOD);
        assertThat(fixture.verdict(good("iss", "https://b.example"))).isEqualTo(GOOD);
        assertThat(fixture.verdict(good())).isEqualTo("issuer_refused: iss");
        for (Object other : Arrays.asList(
                "https://a.example/",
                "https://A.example",
                "a.example",
                "https://a.exampl",
                "",
                null,
                5,
                List.of("https://a.example"),
                Map.of("https://a.example", 1))) {
            assertThat(fixture.verdict(good("iss", other)))
                    .as("%s", other)
                    .isEqualTo("issuer_refused: iss");
        }
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.1: where no issuer is configured iss may be any string, but must be one")
    void issuerUnconfigured() {
        assertThat(fixture.verdict(good("iss", "anyone"))).isEqualTo(GOOD);
        for (Object odd : Arrays.asList(5, null, List.of("a"))) {
            assertThat(fixture.verdict(good("iss", odd))).isEqualTo("claim_invalid: iss");
        }
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.3, CLM-12: aud must name one of the accepted audiences, to the letter")
    void audience() {
        fixture.acceptedAudiences = Set.of("api", "web");

        assertThat(fixture.verdict(good("aud", "api"))).isEqualTo(GOOD);
        assertThat(fixture.verdict(good("aud", List.of("other", "web")))).isEqualTo(GOOD);
        assertThat(fixture.verdict(good())).isEqualTo("audience_refused: aud");
        for (Object other : Arrays.asList(
                "api-admin",
                "ap",
                "API",
                "api ",
                "",
                null,
                5,
                List.of(),
                List.of("x"),
                List.of("api", 5),
                Arrays.asList("api", null),
                List.of(List.of("api")),
                Map.of("api", true))) {
            assertThat(fixture.verdict(good("aud", other)))
                    .as("%s", other)
                    .isEqualTo("audience_refused: aud");
        }
    }

    @Test
    @DisplayName(
            "RFC 8725 §3.9: a token for others is refused also where no audience is configured, whatever its aud is")
    void audienceUnconfigured() {
        for (Object any : Arrays.asList("api", "", null, List.of(), List.of("api"), 5)) {
            assertThat(fixture.verdict(good("aud", any))).isEqualTo("audience_refused: aud");
        }
    }

    @Test
    @DisplayName("RFC 7519 §4.1.2, CLM-15: sub must be a string that is not empty")
    void subject() {
        assertThat(fixture.verdict(goodBut("sub"))).isEqualTo("claim_invalid: sub");
        for (Object odd : Arrays.asList("", null, 5, true, List.of("alice"), Map.of("id", 1))) {
            assertThat(fixture.verdict(good("sub", odd)))
                    .as("%s", odd)
                    .isEqualTo("claim_invalid: sub");
        }
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.2: another claim may hold the subject; sub must be a string even so, if it is there")
    void subjectClaim() {
        fixture.layout = new StandardLayout("user");
        Map<String, Object> claims = goodBut("sub");
        assertThat(fixture.verdict(claims)).isEqualTo("claim_invalid: user");

        claims.put("user", "alice");
        assertThat(fixture.verified(claims).subject()).isEqualTo("alice");
        claims.put("sub", "");
        assertThat(fixture.verified(claims).subject()).isEqualTo("alice");
        claims.put("sub", 5);
        assertThat(fixture.verdict(claims)).isEqualTo("claim_invalid: sub");
    }

    @Test
    @DisplayName("RFC 7519 §4.1.7, CLM-16, REV-10: jti must be a string of 1 to 128 characters")
    void tokenId() {
        assertThat(fixture.verdict(good("jti", "x".repeat(128)))).isEqualTo(GOOD);
        assertThat(fixture.verdict(goodBut("jti"))).isEqualTo("claim_invalid: jti");
        for (Object odd : Arrays.asList("x".repeat(129), "", null, 5, List.of("j"))) {
            assertThat(fixture.verdict(good("jti", odd)))
                    .as("%s", odd)
                    .isEqualTo("claim_invalid: jti");
        }
    }

    @Test
    @DisplayName(
            "A session that could not be ended is none: sid must be a string of 1 to 128 characters, if it is there")
    void sessionId() {
        assertThat(fixture.verified(good("sid", "x".repeat(128))).sessionId()).isPresent();
        for (Object odd : Arrays.asList("x".repeat(129), "", null, 5, List.of("s"))) {
            assertThat(fixture.verdict(good("sid", odd)))
                    .as("%s", odd)
                    .isEqualTo("claim_invalid: sid");
        }
    }

    @Test
    @DisplayName("TYP-03, TYP-04, TYP-05, TYP-12: type must be access or refresh, to the letter")
    void type() {
        assertThat(fixture.verified(good()).type()).isEqualTo(TokenType.ACCESS);
        assertThat(fixture.verified(good("type", "refresh")).type()).isEqualTo(TokenType.REFRESH);
        assertThat(fixture.verdict(goodBut("type"))).isEqualTo("claim_invalid: type");
        for (Object odd : Arrays.asList(
                "Access", "access ", "access\u0000", "id", "", null, 5, List.of("access"))) {
            assertThat(fixture.verdict(good("type", odd)))
                    .as("%s", odd)
                    .isEqualTo("claim_invalid: type");
        }
    }

    private String verdictOnHeader(Map<String, ?> header, Map<String, ?> claims) {
        return fixture.verdict(JwsSigner.sign(fixture.key, header, Json.write(claims)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JWT",
                "jwt",
                "application/jwt",
                "at+jwt",
                "AT+JWT",
                "application/at+jwt",
                "Application/AT+JWT"
            })
    @DisplayName(
            "RFC 7515 §4.1.9, RFC 9068 §4, TYP-06: typ JWT and at+jwt are good, in any case, with application/ or without")
    void goodMediaTypes(String typ) {
        assertThat(verdictOnHeader(Map.of("typ", typ), good())).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dpop+jwt",
                "logout+jwt",
                "secevent+jwt",
                "JOSE",
                "at+jwt ",
                "application/",
                "text/jwt",
                "application/application/jwt",
                "application/xyz",
                "nothing/but/JWT",
                "JWT+JWT",
                "appl\u0131cation/JWT",
                "JW\u0054\u0000"
            })
    @DisplayName("RFC 8725 §3.11, HDR-16: a typ of another kind is refused")
    void otherMediaTypes(String typ) {
        assertThat(verdictOnHeader(Map.of("typ", typ), good())).isEqualTo("header_invalid: typ");
    }

    @Test
    @DisplayName("RFC 9068 §4, HDR-16: at+jwt is for access tokens only")
    void accessTokenTypeOfARefreshToken() {
        assertThat(verdictOnHeader(Map.of("typ", "at+jwt"), good("type", "refresh")))
                .isEqualTo("header_invalid: typ");
        assertThat(verdictOnHeader(Map.of("typ", "JWT"), good("type", "refresh")))
                .isEqualTo(GOOD);
    }

    @Test
    @DisplayName(
            "RFC 7515 §4.1.9, §4.1.10: typ may be left out, and cty may say anything but that the token is nested")
    void optionalMediaTypes() throws Exception {
        String header = Base64Url.encode("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII));
        String input = header + "." + Base64Url.encode(Json.write(good()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(JwtFixture.SECRET, "HmacSHA256"));
        byte[] signature = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));

        assertThat(fixture.verdict(input + "." + Base64Url.encode(signature))).isEqualTo(GOOD);
        assertThat(verdictOnHeader(Map.of("cty", "text/plain"), good())).isEqualTo(GOOD);
    }

    private List<ClaimFailure> failures(Map<String, ?> claims) {
        return fixture.verifier().examine(fixture.signed(claims)).failures();
    }

    private static ClaimFailure failure(Reason reason, String claim, ClaimFailure.Kind kind) {
        return new ClaimFailure(reason, claim, kind);
    }

    @Test
    @DisplayName("A refusal tells what is missing from what is wrong")
    void kinds() {
        assertThat(failures(goodBut("type")))
                .containsExactly(failure(Reason.CLAIM_INVALID, "type", Kind.MISSING));
        assertThat(failures(good("type", "other")))
                .containsExactly(failure(Reason.CLAIM_INVALID, "type", Kind.MISMATCH));
        assertThat(failures(good("exp", "soon")))
                .containsExactly(failure(Reason.CLAIM_INVALID, "exp", Kind.MISTYPED));

        fixture.acceptedIssuers = Set.of("a");
        assertThat(failures(good()))
                .containsExactly(failure(Reason.ISSUER_REFUSED, "iss", Kind.MISSING));
        assertThat(failures(good("iss", null)))
                .containsExactly(failure(Reason.ISSUER_REFUSED, "iss", Kind.MISTYPED));
        assertThat(failures(good("iss", "b")))
                .containsExactly(failure(Reason.ISSUER_REFUSED, "iss", Kind.MISMATCH));

        fixture.acceptedIssuers = Set.of();
        fixture.acceptedAudiences = Set.of("a");
        assertThat(failures(good()))
                .containsExactly(failure(Reason.AUDIENCE_REFUSED, "aud", Kind.MISSING));
        assertThat(failures(good("aud", 5)))
                .containsExactly(failure(Reason.AUDIENCE_REFUSED, "aud", Kind.MISTYPED));
        assertThat(failures(good("aud", "b")))
                .containsExactly(failure(Reason.AUDIENCE_REFUSED, "aud", Kind.MISMATCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "application/jwt"})
    @DisplayName("RFC 7519 §5.2, HDR-16: a nested token is refused")
    void nested(String cty) {
        assertThat(verdictOnHeader(Map.of("cty", cty), good())).isEqualTo("header_invalid: cty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "\"text\"",
                "5",
                "null",
                "{}{}",
                "{} x",
                "{\"sub\":\"a\",\"sub\":\"a\"}",
                "{'a':1}"
            })
    @DisplayName(
            "RFC 7519 §7.2, ENC-11, ENC-12, ENC-14: a payload that is not one strict JSON object is refused, though signed")
    void payloadIsNoObject(String payload) {
        assertThat(fixture.verdict(fixture.signed(payload))).isEqualTo("malformed");
    }

    @Test
    @DisplayName(
            "ENC-18, ENC-20: members that mean something elsewhere are plain data, and text of any script survives")
    void plainData() {
        Map<String, Object> claims = good("@class", "java.lang.Runtime");
        claims.put("__proto__", Map.of("admin", true));
        claims.put("gr\u00fc\u00dfe \ud83d\ude00 \\/ \"", "");

        VerifiedJwt jwt = fixture.verified(claims);
        assertThat(jwt.claims().asMap()).isEqualTo(claims);
        assertThat(jwt.claims().has("admin")).isFalse();
    }

    @Test
    @DisplayName("Access tokens and refresh tokens are each judged by their own rules")
    void rulesByType() {
        fixture.accessRules = fixture.accessRules.allowing(Allowance.MISSING_JTI);
        Map<String, Object> claims = goodBut("jti");
        assertThat(fixture.verdict(claims)).isEqualTo(GOOD);

        claims.put("type", "refresh");
        assertThat(fixture.verdict(claims)).isEqualTo("claim_invalid: jti");
        fixture.refreshRules = fixture.refreshRules.allowing(Allowance.MISSING_JTI);
        assertThat(fixture.verdict(claims)).isEqualTo(GOOD);
    }

    @Test
    @DisplayName("All that is wrong is found at once, the expiry last")
    void allFailures() {
        Map<String, Object> claims = good("exp", JwtFixture.NOW - 1);
        claims.remove("jti");
        claims.put("sub", 5);
        claims.put("nbf", "soon");
        claims.put("aud", "others");

        var examined = fixture.verifier().examine(fixture.signed(claims));

        assertThat(examined.jwt()).isNull();
        assertThat(examined.type()).isEqualTo(TokenType.ACCESS);
        assertThat(examined.failures())
                .extracting(ClaimFailure::claim, ClaimFailure::kind)
                .map(Object::toString)
                .containsExactly(
                        "(\"nbf\", MISTYPED)",
                        "(\"aud\", UNEXPECTED)",
                        "(\"sub\", MISTYPED)",
                        "(\"jti\", MISSING)",
                        "(\"exp\", PAST)");
    }
}
