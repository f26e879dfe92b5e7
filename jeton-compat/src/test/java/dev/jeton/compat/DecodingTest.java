package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What an application learns of a token that no request carries. */
class DecodingTest {
    private static final String EXPIRED = "exp:" + (App.NOW - 1);

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("A good token of either type gives its claims")
    void good(Predecessor predecessor) {
        App app = App.of(predecessor);
        assertThat(app.compat.decode(app.token("x:[1,null]")).get("x"))
                .isEqualTo(Arrays.asList(1L, null));
        assertThat(app.compat.decode(app.token("type:\"refresh\"", "-fresh")).get("type"))
                .isEqualTo("refresh");
    }

    @Test
    @DisplayName("What a token leaves out is supplied as the library supplies it")
    void defaults() {
        App flask = App.flask();
        assertThat(flask.compat.decode(flask.token("-type", "-fresh", "-jti")).asMap())
                .containsEntry("type", "access")
                .containsEntry("fresh", false)
                .containsEntry("jti", null);
        App quart = App.quart();
        assertThat(quart.compat.decode(quart.token("-type")).asMap())
                .containsEntry("user_claims", Map.of());
        assertThat(quart.compat
                        .decode(quart.token("type:\"refresh\"", "-fresh"))
                        .has("fresh"))
                .isFalse();
        App fastJwt = App.fastJwt();
        assertThat(fastJwt.compat.decode(fastJwt.token("-jti")).has("jti")).isFalse();
        assertThat(fastJwt.compat
                        .decode(fastJwt.token("exp:\"4102444800\""))
                        .get("exp", Long.class))
                .contains(4_102_444_800L);
        assertThat(flask.compat.decode(flask.token("exp:\"4102444800\"")).get("exp"))
                .isEqualTo("4102444800");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("What is no text is refused as no token")
    void noText(Predecessor predecessor) {
        App app = App.of(predecessor);
        for (Object token : new Object[] {null, 5, true, List.of("x")}) {
            assertThat(App.refusal(() -> app.compat.decode(token)))
                    .startsWith("422 ")
                    .contains("Invalid token type. Token must be a <class 'bytes'>");
        }
        assertThat(App.refusal(() -> app.compat.decode(""))).contains("Not enough segments");
    }

    @Test
    @DisplayName("An expired token is refused, unless expiry is to be overlooked")
    void allowExpired() {
        App app = App.flask();
        assertThat(App.refusal(() -> app.compat.decode(app.token(EXPIRED))))
                .isEqualTo("401 {\"msg\":\"Token has expired\"}");
        assertThat(app.compat.decode(app.token(EXPIRED), null, true).get("sub")).isEqualTo("ada");
        assertThat(App.refusal(() -> app.compat.decode(app.token(EXPIRED, "jti:5"), null, true)))
                .isEqualTo("422 {\"msg\":\"JWT ID must be a string\"}");
        assertThat(App.refusal(() -> app.compat.decode(
                        Forged.signedWith(Forged.OTHER_SECRET, app.claims(EXPIRED)), null, true)))
                .isEqualTo("422 {\"msg\":\"Signature verification failed\"}");
    }

    @Test
    @DisplayName(
            "A double-submit value that is given must be the token's; an empty one counts as none")
    void csrf() {
        App app = App.flask();
        String token = app.token("csrf:\"c\"");
        assertThat(app.compat.decode(token, "c", false).get("csrf")).isEqualTo("c");
        assertThat(app.compat.decode(token, "", false).get("csrf")).isEqualTo("c");
        assertThat(App.refusal(() -> app.compat.decode(token, "d", false)))
                .isEqualTo("401 {\"msg\":\"CSRF double submit tokens do not match\"}");
        assertThat(App.refusal(() -> app.compat.decode(app.token(), "c", false)))
                .isEqualTo("422 {\"msg\":\"Missing claim: csrf\"}");
        assertThat(App.refusal(
                        () -> app.compat.decode(app.token("csrf:\"c\"", EXPIRED), "d", false)))
                .isEqualTo("401 {\"msg\":\"CSRF double submit tokens do not match\"}");
    }

    @Test
    @DisplayName("The double-submit value and the jti of a token can be read")
    void csrfTokenAndJti() {
        App app = App.quart();
        assertThat(app.compat.csrfToken(app.token("csrf:\"c\""))).isEqualTo("c");
        assertThat(App.refusal(() -> app.compat.csrfToken(app.token())))
                .isEqualTo("422 {\"msg\":\"Missing claim: csrf\"}");
        assertThat(App.refusal(() -> app.compat.csrfToken(app.token("csrf:5")))).startsWith("422 ");
        assertThat(app.compat.jti(app.token())).isEqualTo("j1");
        assertThat(app.compat.jti(app.token("-jti"))).isNull();
        assertThat(App.refusal(() -> app.compat.jti(app.token(EXPIRED)))).startsWith("401 ");
    }

    @Test
    @DisplayName("An unverified header is read from any text that has one")
    void unverifiedHeader() {
        App app = App.flask();
        assertThat(app.compat.unverifiedHeader(
                        Forged.encoded("{\"alg\":\"none\",\"x\":[1]}") + ".e30."))
                .containsEntry("alg", "none")
                .containsKey("x");
        assertThat(App.refusal(() -> app.compat.unverifiedHeader("a.b")))
                .isEqualTo("422 {\"msg\":\"Not enough segments\"}");
        assertThat(App.refusal(() ->
                        app.compat.unverifiedHeader(Forged.encoded("{\"kid\":5}") + ".e30.eA")))
                .isEqualTo("422 {\"msg\":\"Key ID header parameter must be a string\"}");
        assertThat(App.refusal(() ->
                        app.compat.unverifiedHeader(Forged.encoded("{\"a\":1}") + "!.e30.eA")))
                .startsWith("422 ");
    }

    @Test
    @DisplayName("A refusal carries neither a stack nor the token")
    void stackless() {
        App app = App.fastJwt();
        String token = app.token(EXPIRED);
        CompatException refused =
                catchThrowableOfType(CompatException.class, () -> app.compat.decode(token));
        assertThat(refused.getStackTrace()).isEmpty();
        assertThat(refused).hasMessage("Signature has expired");
        assertThat(refused.answer().status()).isEqualTo(422);
    }
}
