package dev.jeton.compat;

import static dev.jeton.compat.Predecessor.FASTJWT;
import static dev.jeton.compat.Predecessor.FLASK_JWT_EXTENDED;
import static dev.jeton.compat.Predecessor.QUART_JWT_EXTENDED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.web.Answer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is looked at after the claims, in which order, and in which words. */
class ChecksTest {
    private static final String PASSED = "passed: ada";

    private static String message(String answer) {
        return answer.replaceAll("^(\\d+) \\{\"(?:msg|message)\":\"([^\"]*)\".*$", "$1 $2");
    }

    private static String access(App app, String... claims) {
        return message(app.answer(Request.get().bearer(app.token(claims))));
    }

    private static String refresh(App app, String... claims) {
        return message(
                app.answer(Request.get().bearer(app.token(claims)), route -> route.refresh()));
    }

    private static String fresh(App app, String... claims) {
        return message(app.answer(Request.get().bearer(app.token(claims)), route -> route.fresh()));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"access\"', passed: ada, passed: ada, passed: ada",
        "'\"refresh\"', 422 Only non-refresh tokens are allowed, 422 Only access tokens are allowed,"
                + " 401 Access token required",
        "'\"banana\"', passed: ada, 422 Missing or invalid claim: type, 401 Access token required",
        "null, passed: ada, 422 Missing or invalid claim: type, 401 Access token required",
        "-, passed: ada, passed: ada, 401 Access token required"
    })
    @DisplayName("Each predecessor has its own idea of what an access token is")
    void types(String type, String flask, String quart, String fastJwt) {
        String claim = type.equals("-") ? "-type" : "type:" + type;
        assertThat(access(App.flask(), claim)).isEqualTo(flask);
        assertThat(access(App.quart(), claim)).isEqualTo(quart);
        assertThat(access(App.fastJwt(), claim)).isEqualTo(fastJwt);
    }

    @Test
    @DisplayName("No predecessor refreshes with an access token")
    void refreshTypes() {
        assertThat(refresh(App.flask())).isEqualTo("422 Only refresh tokens are allowed");
        assertThat(refresh(App.quart())).isEqualTo("422 Only refresh tokens are allowed");
        App fastJwt = App.fastJwt("JWT_TOKEN_LOCATION", "json");
        assertThat(message(fastJwt.answer(
                        Request.get().json("{\"refresh_token\":\"" + fastJwt.token() + "\"}"),
                        route -> route.refresh())))
                .isEqualTo("401 Refresh token required");
    }

    @Test
    @DisplayName(
            "Flask asks for freshness before revocation, Quart after it, FastJWT for revocation before the expiry")
    void order() {
        App flask = App.with(FLASK_JWT_EXTENDED, hooks -> hooks.revocation(jwt -> true));
        App quart = App.with(
                QUART_JWT_EXTENDED,
                hooks -> hooks.revocation(jwt -> true),
                "JWT_BLACKLIST_ENABLED",
                true);
        App fastJwt = App.with(FASTJWT, hooks -> hooks.revocation(jwt -> true));
        String expired = "exp:" + (App.NOW - 1);
        assertThat(fresh(flask)).isEqualTo("401 Fresh token required");
        assertThat(fresh(quart)).isEqualTo("401 Token has been revoked");
        assertThat(access(flask)).isEqualTo("401 Token has been revoked");
        assertThat(access(flask, expired)).isEqualTo("401 Token has expired");
        assertThat(access(quart, expired)).isEqualTo("401 Token has expired");
        assertThat(access(fastJwt, expired)).isEqualTo("401 Invalid token");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("Nobody is asked about a token whose signature does not hold")
    void unverified(Predecessor predecessor) {
        List<String> asked = new ArrayList<>();
        App app = App.with(
                predecessor,
                hooks -> hooks.revocation(jwt -> asked.add("revocation"))
                        .check(jwt -> asked.add("check"))
                        .users(jwt -> asked.add("users")),
                predecessor == QUART_JWT_EXTENDED
                        ? new Object[] {"JWT_BLACKLIST_ENABLED", true}
                        : new Object[0]);
        String forged = Forged.signedWith(Forged.OTHER_SECRET, app.claims());
        assertThat(message(app.answer(Request.get().bearer(forged))))
                .isEqualTo("422 Signature verification failed");
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName(
            "Quart's revocation is asked only where it is switched on, and for the types that are listed")
    void quartBlacklist() {
        App off = App.with(QUART_JWT_EXTENDED, hooks -> hooks.revocation(jwt -> true));
        App access = App.with(
                QUART_JWT_EXTENDED,
                hooks -> hooks.revocation(jwt -> true),
                "JWT_BLACKLIST_ENABLED",
                true,
                "JWT_BLACKLIST_TOKEN_CHECKS",
                "access");
        assertThat(access(off)).isEqualTo(PASSED);
        assertThat(access(access)).isEqualTo("401 Token has been revoked");
        assertThat(refresh(access, "type:\"refresh\"")).isEqualTo(PASSED);
    }

    @Test
    @DisplayName("A route may leave revocation out")
    void withoutRevocation() {
        App app = App.with(FLASK_JWT_EXTENDED, hooks -> hooks.revocation(jwt -> true));
        assertThat(app.answer(
                        Request.get().bearer(app.token()), route -> route.withoutRevocationCheck()))
                .isEqualTo(PASSED);
    }

    @Test
    @DisplayName("The application's check is a 400; Quart does not show it refresh tokens")
    void check() {
        App flask = App.with(FLASK_JWT_EXTENDED, hooks -> hooks.check(jwt -> false));
        App quart = App.with(QUART_JWT_EXTENDED, hooks -> hooks.check(jwt -> false));
        String refused = "400 User claims verification failed";
        assertThat(access(flask)).isEqualTo(refused);
        assertThat(access(quart)).isEqualTo(refused);
        assertThat(refresh(flask, "type:\"refresh\"")).isEqualTo(refused);
        assertThat(refresh(quart, "type:\"refresh\"")).isEqualTo(PASSED);
    }

    @Test
    @DisplayName(
            "An unknown user is a 401 with the identity as Python writes it, and none for FastJWT")
    void users() {
        App flask = App.with(FLASK_JWT_EXTENDED, hooks -> hooks.users(jwt -> null));
        App quart = App.with(QUART_JWT_EXTENDED, hooks -> hooks.users(jwt -> null));
        App fastJwt = App.with(FASTJWT, hooks -> hooks.users(jwt -> null));
        assertThat(access(flask)).isEqualTo("401 Error loading the user ada");
        assertThat(access(quart, "identity:{\"a\":[1,null,true,\"o'x\"]}"))
                .isEqualTo("401 Error loading the user {'a': [1, None, True, \\\"o'x\\\"]}"
                        .replace("\\\"o'x\\\"", "'o\\\\'x'"));
        assertThat(access(fastJwt)).isEqualTo(PASSED);
    }

    @Test
    @DisplayName(
            "OPTIONS passes every protection of Flask and Quart, unless another method stands in its headers")
    void options() {
        Request options = Request.of("OPTIONS", "/protected");
        assertThat(App.flask().answer(options)).isEqualTo("Unchecked");
        assertThat(App.quart().answer(options)).isEqualTo("Unchecked");
        assertThat(App.fastJwt().answer(options)).startsWith("401 ");
        Request hidden =
                Request.of("OPTIONS", "/protected").header("X-HTTP-Method-Override", "POST");
        assertThat(App.flask().answer(hidden)).startsWith("401 ");
    }

    @Test
    @DisplayName("The member that holds the text is configurable, but for FastJWT")
    void messageMember() {
        assertThat(App.quart("JWT_ERROR_MESSAGE_KEY", "error").answer(Request.get()))
                .isEqualTo("401 {\"error\":\"Missing Authorization Header\"}");
        assertThat(App.fastJwt("JWT_ERROR_MESSAGE_KEY", "error").answer(Request.get()))
                .startsWith("401 {\"message\":");
    }

    @Test
    @DisplayName(
            "An application answers each kind of refusal in its own way, and is told the library's text")
    void ownAnswers() {
        App app = App.with(FLASK_JWT_EXTENDED, hooks -> {
            for (AnswerKind kind : AnswerKind.values()) {
                hooks.answer(kind, text -> Answer.of(471, "text/plain", kind + ": " + text));
            }
            return hooks.revocation(jwt -> jwt.claims().has("gone"))
                    .check(jwt -> !jwt.claims().has("odd"))
                    .users(jwt -> jwt.claims().has("nobody") ? null : Map.of());
        });
        Map.of(
                        "exp:" + (App.NOW - 1),
                        "471 EXPIRED: Token has expired",
                        "jti:5",
                        "471 INVALID: JWT ID must be a string",
                        "gone:1",
                        "471 REVOKED: Token has been revoked",
                        "odd:1",
                        "471 VERIFICATION_FAILED: User claims verification failed",
                        "nobody:1",
                        "471 UNKNOWN_USER: Error loading the user ada")
                .forEach((claim, answer) -> assertThat(access(app, claim)).isEqualTo(answer));
        assertThat(fresh(app)).isEqualTo("471 NEEDS_FRESH: Fresh token required");
        assertThat(app.answer(Request.get()))
                .isEqualTo("471 UNAUTHORIZED: Missing Authorization Header");
    }

    @Test
    @DisplayName(
            "FastJWT's own answers cover four kinds: a wrong type and a CSRF mismatch keep the library's")
    void fastJwtOwnAnswers() {
        App app = App.with(FASTJWT, hooks -> {
            for (AnswerKind kind : AnswerKind.values()) {
                hooks.answer(kind, text -> Answer.of(471, "text/plain", kind.name()));
            }
            return hooks.revocation(jwt -> jwt.claims().has("gone"));
        });
        assertThat(access(app, "exp:1")).isEqualTo("471 INVALID");
        assertThat(access(app, "gone:1")).isEqualTo("471 REVOKED");
        assertThat(fresh(app)).isEqualTo("471 NEEDS_FRESH");
        assertThat(app.answer(Request.get())).isEqualTo("471 UNAUTHORIZED");
        assertThat(access(app, "type:\"refresh\"")).isEqualTo("401 Access token required");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("A hook that fails is a 500 without a word of it, one that cannot tell a 503")
    void failingHooks(Predecessor predecessor) {
        App app = App.with(
                predecessor,
                hooks -> hooks.users(jwt -> {
                    throw new IllegalStateException("the password is x");
                }));
        assertThat(access(app)).startsWith("500 ").doesNotContain("password");
        App unsure = App.with(
                predecessor,
                hooks -> hooks.users(jwt -> {
                    throw new CheckUnavailableException("no answer");
                }));
        assertThat(access(unsure)).startsWith("503 ");
    }
}
