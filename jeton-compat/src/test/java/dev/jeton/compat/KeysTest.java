package dev.jeton.compat;

import static dev.jeton.compat.Predecessor.FASTJWT;
import static dev.jeton.compat.Predecessor.FLASK_JWT_EXTENDED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;

class KeysTest {
    private static final String REFUSED = "422 {\"msg\":\"Signature verification failed\"}";

    private static String privatePem;
    private static String publicPem;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        privatePem = pem("PRIVATE KEY", pair.getPrivate());
        publicPem = pem("PUBLIC KEY", pair.getPublic());
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + label + "-----\n";
    }

    private static App rsa(Object... more) {
        Object[] options = new Object[more.length + 6];
        System.arraycopy(more, 0, options, 6, more.length);
        options[0] = "JWT_ALGORITHM";
        options[1] = "RS256";
        options[2] = "JWT_PRIVATE_KEY";
        options[3] = privatePem;
        options[4] = "JWT_PUBLIC_KEY";
        options[5] = publicPem;
        return App.flask(options);
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("No secret, a short one, and a PEM text in its place are refused at the start")
    void secrets(Predecessor predecessor) {
        assertThat(App.problems(predecessor, "JWT_SECRET_KEY", "")).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_SECRET_KEY", "secret")).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_SECRET_KEY", publicPem)).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_SECRET_KEY", privatePem)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("No application signs with none, or with an algorithm that there is not")
    void noSuchAlgorithm(Predecessor predecessor) {
        assertThat(App.problems(predecessor, "JWT_ALGORITHM", "none"))
                .singleElement()
                .asString()
                .startsWith("there is no algorithm \"none\" for signed tokens");
        assertThat(App.problems(predecessor, "JWT_ALGORITHM", "HS255")).hasSize(1);
        assertThat(App.problems(predecessor, "JWT_ALGORITHM", "RS256"))
                .singleElement()
                .asString()
                .contains("JWT_PRIVATE_KEY");
    }

    @Test
    @DisplayName("none among the algorithms that are read is refused at the start")
    void noneIsNotRead() {
        assertThat(App.problems(
                        FLASK_JWT_EXTENDED, "JWT_DECODE_ALGORITHMS", List.of("HS256", "none")))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "RFC 8725 §2.1: an HMAC under the public key is no signature, whatever algorithms are read")
    void publicKeyIsNoSecret() {
        App app = rsa("JWT_DECODE_ALGORITHMS", List.of("RS256", "HS256"));
        String header = Forged.encoded(Forged.HEADER);
        String forged = Forged.signed(header + "." + Forged.encoded(app.claims()), publicPem);
        assertThat(app.answer(Request.get().bearer(forged))).isEqualTo(REFUSED);
        assertThat(app.answer(Request.get().bearer(app.token()))).isEqualTo(REFUSED);
        String own = app.compat.accessToken("ada", new IssueOptions());
        assertThat(app.answer(Request.get().bearer(own))).isEqualTo("passed: ada");
    }

    @Test
    @DisplayName("A public key alone is enough to read tokens")
    void publicKeyAlone() {
        String token = rsa().compat.accessToken("ada", new IssueOptions());
        App reader = App.flask("JWT_ALGORITHM", "RS256", "JWT_PUBLIC_KEY", publicPem);
        assertThat(reader.answer(Request.get().bearer(token))).isEqualTo("passed: ada");
    }

    @Test
    @DisplayName("The algorithms to read are taken beside the one that signs, with the same secret")
    void algorithmsToRead() {
        App old = App.flask("JWT_ALGORITHM", "HS256");
        App moving = App.flask(
                "JWT_ALGORITHM",
                "HS512",
                "JWT_DECODE_ALGORITHMS",
                "HS256",
                "JWT_SECRET_KEY",
                Forged.SECRET + Forged.OTHER_SECRET);
        App before = App.flask("JWT_SECRET_KEY", Forged.SECRET + Forged.OTHER_SECRET);
        String token = before.compat.accessToken("ada", new IssueOptions());
        assertThat(moving.answer(Request.get().bearer(token))).isEqualTo("passed: ada");
        String next = moving.compat.accessToken("ada", new IssueOptions());
        assertThat(Forged.header(next)).contains("HS512");
        assertThat(moving.answer(Request.get().bearer(next))).isEqualTo("passed: ada");
        assertThat(old.answer(Request.get().bearer(next)))
                .isEqualTo("422 {\"msg\":\"The specified alg value is not allowed\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS512", "hs256"})
    @DisplayName(
            "A token under another algorithm than those that are read is refused, in the library's words")
    void otherAlgorithm(String alg) {
        App app = App.flask();
        String token = Forged.token("{\"alg\":\"" + alg + "\"}", app.claims());
        assertThat(app.answer(Request.get().bearer(token)))
                .isEqualTo("422 {\"msg\":\"The specified alg value is not allowed\"}");
    }

    @Test
    @DisplayName("FastJWT reads the algorithm that signs and no other")
    void fastJwtReadsOne() {
        App app = App.of(
                FASTJWT,
                "JWT_ALGORITHM",
                "HS512",
                "JWT_DECODE_ALGORITHMS",
                "HS256",
                "JWT_SECRET_KEY",
                Forged.SECRET + Forged.OTHER_SECRET);
        assertThat(app.answer(Request.get().bearer(app.token())))
                .isEqualTo("422 {\"message\":\"The specified alg value is not allowed\","
                        + "\"error_type\":\"JWTDecodeError\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "k1, other, passed: ada",
        "k1, own, refused",
        "zz, own, passed: ada",
        "-, own, passed: ada"
    })
    @DisplayName(
            "An application may choose the key by kid; where it names none, the configured one verifies")
    void chosenByKid(String kid, String signer, String expected) {
        App app = App.with(
                FLASK_JWT_EXTENDED,
                hooks -> hooks.verifyingKeyByKid(
                        name -> "k1".equals(name) ? Forged.OTHER_SECRET : null));
        String header =
                kid.equals("-") ? Forged.HEADER : "{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}";
        String segments = Forged.encoded(header) + "." + Forged.encoded(app.claims());
        String token = Forged.signed(
                segments, signer.equals("other") ? Forged.OTHER_SECRET : Forged.SECRET);
        assertThat(app.answer(Request.get().bearer(token)))
                .isEqualTo(expected.equals("refused") ? REFUSED : expected);
    }

    @Test
    @DisplayName("A kid is neither written nor looked at where nobody chooses by it")
    void kidWithoutChoice() {
        App app = App.flask();
        assertThat(Forged.header(app.compat.accessToken("ada", new IssueOptions())))
                .doesNotContain("kid");
        String token = Forged.token("{\"alg\":\"HS256\",\"kid\":\"anything\"}", app.claims());
        assertThat(app.answer(Request.get().bearer(token))).isEqualTo("passed: ada");
    }

    @Test
    @DisplayName("An application may choose the key that signs a user's tokens")
    void signingKey() {
        App app = App.with(
                FLASK_JWT_EXTENDED,
                hooks -> hooks.signingKeyFor(
                        identity -> "bob".equals(identity) ? Forged.OTHER_SECRET : null));
        String bob = app.compat.accessToken("bob", new IssueOptions());
        assertThat(app.answer(Request.get().bearer(bob))).isEqualTo(REFUSED);
        assertThat(App.flask("JWT_SECRET_KEY", Forged.OTHER_SECRET)
                        .answer(Request.get().bearer(bob)))
                .isEqualTo("passed: bob");
        assertThat(app.answer(
                        Request.get().bearer(app.compat.accessToken("ada", new IssueOptions()))))
                .isEqualTo("passed: ada");
    }
}
