package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;

/** Which claims are good, and what is said of those that are not. */
class ClaimsTest {
    private static final long NOW = App.NOW;

    private final App flask = App.flask();
    private final App quart = App.quart();
    private final App fastJwt = App.fastJwt();

    private static String answer(App app, String... claims) {
        String answer = app.answer(Request.get().bearer(app.token(claims)));
        return answer.startsWith("passed")
                ? "passed"
                : answer.replaceAll(
                                "^(\\d+) \\{\"(?:msg|message)\":\"((?:[^\"\\\\]|\\\\.)*)\".*$",
                                "$1 $2")
                        .replace("\\\"", "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp:null   |422 Expiration Time claim (exp) must be an integer.",
                "exp:[]     |422 Expiration Time claim (exp) must be an integer.",
                "exp:\"soon\"|422 Expiration Time claim (exp) must be an integer.",
                "exp:1e400  |422 Invalid payload string: not valid JSON",
                "nbf:null   |422 Not Before claim (nbf) must be an integer.",
                "nbf:{}     |422 Not Before claim (nbf) must be an integer.",
                "iat:[]     |422 Issued At claim (iat) must be an integer.",
                "iat:\"x\"  |422 Issued At claim (iat) must be an integer."
            })
    @DisplayName("Times that are none are refused, also where the library fails on them")
    void noTimes(String claim, String expected) {
        assertThat(answer(flask, claim)).isEqualTo(expected);
        assertThat(answer(quart, claim)).isEqualTo(expected);
        assertThat(answer(fastJwt, claim)).isEqualTo(expected);
    }

    @Test
    @DisplayName("exp in 400 digits is refused")
    void manyDigits() {
        for (App app : new App[] {flask, quart, fastJwt}) {
            assertThat(answer(app, "exp:1" + "0".repeat(399))).startsWith("422 ");
            assertThat(answer(app, "exp:\"1" + "0".repeat(399) + "\"")).startsWith("422 ");
        }
    }

    @Test
    @DisplayName("Digits in a text are a time; other texts that Python reads as numbers are none")
    void digits() {
        for (App app : new App[] {flask, quart, fastJwt}) {
            assertThat(answer(app, "exp:\"4102444800\"")).isEqualTo("passed");
            assertThat(answer(app, "exp:\" 4102444800 \"")).startsWith("422 Expiration");
            assertThat(answer(app, "exp:\"4_102_444_800\"")).startsWith("422 Expiration");
        }
    }

    @Test
    @DisplayName(
            "exp is whole seconds: Flask and FastJWT refuse from that second on, Quart from the next")
    void expiry() {
        assertThat(answer(flask, "exp:" + NOW)).isEqualTo("401 Token has expired");
        assertThat(answer(quart, "exp:" + NOW)).isEqualTo("passed");
        assertThat(answer(quart, "exp:" + (NOW - 1))).isEqualTo("401 Token has expired");
        assertThat(answer(fastJwt, "exp:" + NOW)).isEqualTo("422 Signature has expired");
        assertThat(answer(flask, "exp:" + (NOW + 1))).isEqualTo("passed");
        assertThat(answer(flask, "exp:" + NOW + ".9")).isEqualTo("401 Token has expired");
    }

    @Test
    @DisplayName("A token without exp never expires, and without jti is in no block list")
    void missing() {
        for (App app : new App[] {flask, quart, fastJwt}) {
            assertThat(answer(app, "-exp", "-jti", "-iat", "-nbf")).isEqualTo("passed");
        }
    }

    @Test
    @DisplayName("nbf in the future is refused; iat in the future by PyJWT 2 alone")
    void notYet() {
        String nbf = "nbf:" + (NOW + 60);
        String iat = "iat:" + (NOW + 60);
        assertThat(answer(flask, nbf)).isEqualTo("422 The token is not yet valid (nbf)");
        assertThat(answer(quart, nbf)).isEqualTo("422 The token is not yet valid (nbf)");
        assertThat(answer(fastJwt, nbf)).isEqualTo("422 The token is not yet valid (nbf)");
        assertThat(answer(flask, iat)).isEqualTo("422 The token is not yet valid (iat)");
        assertThat(answer(fastJwt, iat)).isEqualTo("422 The token is not yet valid (iat)");
        assertThat(answer(quart, iat)).isEqualTo("passed");
    }

    @Test
    @DisplayName("A leeway moves exp, nbf and iat")
    void leeway() {
        App app = App.flask("JWT_DECODE_LEEWAY", 60);
        assertThat(answer(app, "exp:" + (NOW - 59))).isEqualTo("passed");
        assertThat(answer(app, "exp:" + (NOW - 60))).isEqualTo("401 Token has expired");
        assertThat(answer(app, "nbf:" + (NOW + 60), "iat:" + (NOW + 60))).isEqualTo("passed");
        assertThat(answer(app, "nbf:" + (NOW + 61))).startsWith("422 The token is not yet valid");
    }

    @Test
    @DisplayName("Claims are named in the order iat, nbf, exp, iss, aud, sub, jti")
    void order() {
        String[] bad = {"iat:\"x\"", "nbf:\"x\"", "exp:\"x\"", "iss:5", "aud:5", "sub:5", "jti:5"};
        String[] words = {
            "Issued At claim",
            "Not Before claim",
            "Expiration Time claim",
            "Payload Issuer (iss) must be a string",
            "Invalid claim format in token",
            "Subject must be a string",
            "JWT ID must be a string"
        };
        App app = App.flask("JWT_DECODE_ISSUER", "me", "JWT_DECODE_AUDIENCE", "me");
        for (int i = 0; i < bad.length; i++) {
            String[] claims = Arrays.copyOfRange(bad, i, bad.length);
            String[] good = {"iss:\"me\"", "aud:\"me\""};
            String[] both = new String[good.length + claims.length];
            System.arraycopy(good, 0, both, 0, good.length);
            System.arraycopy(claims, 0, both, good.length, claims.length);
            assertThat(answer(app, both)).startsWith("422 " + words[i]);
        }
    }

    @Test
    @DisplayName("Flask and Quart name what else is wrong with an expired token before the expiry")
    void expiredAndWrong() {
        String expired = "exp:" + (NOW - 60);
        assertThat(answer(flask, expired, "-sub")).isEqualTo("422 Missing claim: sub");
        assertThat(answer(quart, expired, "-identity")).isEqualTo("422 Missing claim: identity");
        assertThat(answer(flask, expired, "jti:5")).isEqualTo("422 JWT ID must be a string");
        assertThat(answer(fastJwt, expired, "jti:5")).isEqualTo("422 Signature has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "[\"ada\"]", "{}", "true"})
    @DisplayName(
            "An identity is a text for Flask and FastJWT, any JSON for Quart, and for Flask where it is told so")
    void identities(String value) {
        assertThat(answer(flask, "sub:" + value)).isEqualTo("422 Subject must be a string");
        assertThat(answer(fastJwt, "sub:" + value)).isEqualTo("422 Subject must be a string");
        assertThat(answer(quart, "identity:" + value)).isEqualTo("passed");
        assertThat(answer(App.flask("JWT_VERIFY_SUB", false), "sub:" + value)).isEqualTo("passed");
        assertThat(answer(App.flask("JWT_IDENTITY_CLAIM", "uid"), "uid:" + value))
                .isEqualTo("passed");
        assertThat(answer(App.flask("JWT_IDENTITY_CLAIM", "uid"), "uid:1", "sub:" + value))
                .isEqualTo("422 Subject must be a string");
    }

    @Test
    @DisplayName("A token without an identity is FastJWT's alone")
    void noIdentity() {
        assertThat(answer(flask, "-sub")).isEqualTo("422 Missing claim: sub");
        assertThat(answer(quart, "-identity")).isEqualTo("422 Missing claim: identity");
        assertThat(fastJwt.answer(Request.get().bearer(fastJwt.token("-sub"))))
                .isEqualTo("passed: null");
    }

    @Test
    @DisplayName("The audience that is expected must be there; where none is, Flask does not look")
    void audience() {
        Object[] expected = {"JWT_DECODE_AUDIENCE", List.of("me", "us")};
        App two = App.flask(expected);
        assertThat(answer(two, "aud:[\"x\",\"us\"]")).isEqualTo("passed");
        assertThat(answer(two, "aud:\"you\"")).isEqualTo("422 Audience doesn't match");
        assertThat(answer(two)).isEqualTo("422 Token is missing the \"aud\" claim");
        assertThat(answer(flask, "aud:\"you\"")).isEqualTo("passed");
        App one = App.quart(expected);
        assertThat(answer(one, "aud:\"you\"")).isEqualTo("422 Invalid audience");
        assertThat(answer(one)).isEqualTo("422 Token is missing the \"aud\" claim");
        assertThat(answer(quart, "aud:\"you\"")).isEqualTo("422 Invalid audience");
        assertThat(answer(fastJwt, "aud:\"you\"")).isEqualTo("422 Invalid audience");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "[]", "{}", "0", "false", "null"})
    @DisplayName("An audience of nothing is none for PyJWT 2, and a wrong one for PyJWT 1")
    void emptyAudience(String value) {
        App two = App.flask("JWT_DECODE_AUDIENCE", "me");
        assertThat(answer(two, "aud:" + value)).isEqualTo("422 Token is missing the \"aud\" claim");
        App one = App.quart("JWT_DECODE_AUDIENCE", "me");
        assertThat(answer(one, "aud:" + value)).startsWith("422 Invalid ");
    }

    @Test
    @DisplayName("The issuer that is expected must be there; Flask may expect several")
    void issuer() {
        App several = App.flask("JWT_DECODE_ISSUER", List.of("me", "us"));
        assertThat(answer(several, "iss:\"us\"")).isEqualTo("passed");
        assertThat(answer(several, "iss:\"you\"")).isEqualTo("422 Invalid issuer");
        assertThat(answer(several)).isEqualTo("422 Token is missing the \"iss\" claim");
        App quartOne = App.quart("JWT_DECODE_ISSUER", "me");
        assertThat(answer(quartOne, "iss:5")).isEqualTo("422 Invalid issuer");
        assertThat(answer(flask, "iss:\"you\"")).isEqualTo("passed");
    }

    @Test
    @DisplayName(
            "FastJWT's JWT_DECODE_ISSUER and JWT_DECODE_AUDIENCE hold on routes too, unlike in the library")
    void fastJwtIssuerAndAudience() {
        App app = App.fastJwt("JWT_DECODE_ISSUER", "me", "JWT_DECODE_AUDIENCE", "us");
        assertThat(answer(app, "iss:\"me\"", "aud:\"us\"")).isEqualTo("passed");
        assertThat(answer(app, "iss:\"you\"", "aud:\"us\"")).isEqualTo("422 Invalid issuer");
        assertThat(answer(app, "iss:\"me\"")).isEqualTo("422 aud");
        assertThat(answer(app, "aud:\"us\"")).isEqualTo("422 iss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fresh:null",
                "fresh:1",
                "fresh:\"yes\"",
                "csrf:[]",
                "csrf:{}",
                "scopes:\"read\"",
                "scopes:[[]]",
                "type:[\"access\"]"
            })
    @DisplayName("Claims that FastJWT's model does not know are refused with 422")
    void model(String claim) {
        assertThat(answer(fastJwt, claim)).isEqualTo("422 Invalid claim type in token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"yes\"", "[]", "false", "0"})
    @DisplayName("fresh that is neither true nor a time to come is not fresh")
    void notFresh(String value) {
        for (App app : new App[] {flask, quart}) {
            String token = app.token("fresh:" + value);
            assertThat(app.answer(Request.get().bearer(token), route -> route.fresh()))
                    .isEqualTo("401 {\"msg\":\"Fresh token required\"}");
        }
    }

    @Test
    @DisplayName("fresh as a time holds up to that second")
    void freshUntil() {
        for (App app : new App[] {flask, quart}) {
            String token = app.token("fresh:" + NOW);
            assertThat(app.answer(Request.get().bearer(token), route -> route.fresh()))
                    .isEqualTo("passed: ada");
            String over = app.token("fresh:" + (NOW - 1));
            assertThat(app.answer(Request.get().bearer(over), route -> route.fresh()))
                    .startsWith("401");
        }
    }
}
