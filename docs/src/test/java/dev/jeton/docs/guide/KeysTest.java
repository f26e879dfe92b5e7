package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.OTHER;
import static dev.jeton.docs.guide.Secrets.SECRET;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.failure.SettingsException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.RotatingKeys;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

class KeysTest {
    @Test
    @DisplayName("A weak secret is refused with the command that makes a good one")
    void weakSecret() {
        assertThatThrownBy(() -> Jeton.withSecret("changeme"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    @DisplayName("Keys come as secrets, as PEM and as JWK")
    void kinds() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String privatePem = pem("PRIVATE KEY", pair.getPrivate());
        String publicPem = pem("PUBLIC KEY", pair.getPublic());

        Jeton issuing =
                Jeton.builder().privateKey(privatePem).publicKey(publicPem).build();
        Jeton verifying = Jeton.builder().publicKey(publicPem).build();

        String token = issuing.createAccessToken("ada");
        assertThat(verifying.verifier().verify(token).subject()).isEqualTo("ada");
        assertThatThrownBy(() -> verifying.createAccessToken("ada"))
                .isInstanceOf(IllegalStateException.class);

        JwsKey key = JwsKey.ofJwk("""
                {"kty": "oct", "alg": "HS256", "kid": "2026-01",
                 "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr0"}
                """);
        assertThat(key.kid()).isEqualTo("2026-01");
    }

    @Test
    @DisplayName("A changed key still verifies the tokens of the one before")
    void change() {
        String old = SECRET;
        String token =
                Jeton.builder().secretKey(old).keyId("2025").build().createAccessToken("ada");

        Jeton jeton = Jeton.builder()
                .secretKey(OTHER)
                .keyId("2026")
                .verifyingKeys(JwsKey.ofSecret(old).withKid("2025"))
                .build();

        assertThat(jeton.verifier().verify(token).subject()).isEqualTo("ada");
        assertThat(jeton.verifier()
                        .verify(jeton.createAccessToken("ada"))
                        .header()
                        .kid())
                .isEqualTo("2026");
    }

    @Test
    @DisplayName("A ring may be replaced while the application runs")
    void rotation() {
        JwsKey first = JwsKey.ofSecret(SECRET).withKid("2025");
        JwsKey second = JwsKey.ofSecret(OTHER).withKid("2026");

        RotatingKeys keys = new RotatingKeys(KeyRing.of(first));
        Jeton jeton = Jeton.builder().keys(keys).build();
        String token = jeton.createAccessToken("ada");

        keys.replace(keys.ring().next(second, first));
        assertThat(jeton.verifier().verify(token).subject()).isEqualTo("ada");

        keys.replace(keys.ring().next(second));
        assertThatThrownBy(() -> jeton.verifier().verify(token))
                .isInstanceOf(TokenRejectedException.class);
    }

    @Test
    @DisplayName("Public keys are published as a JWK Set")
    void jwkSet() throws GeneralSecurityException, IOException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Jeton jeton = Jeton.builder()
                .privateKey(pem("PRIVATE KEY", pair.getPrivate()))
                .publicKey(pem("PUBLIC KEY", pair.getPublic()))
                .build();
        App app = App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            config.routes.get(
                    "/.well-known/jwks.json",
                    ctx -> ctx.contentType("application/jwk-set+json")
                            .result(jeton.publicJwkSet()));
        });
        try (app) {
            assertThat(app.get("/.well-known/jwks.json").body())
                    .contains("\"kty\":\"OKP\"", "\"crv\":\"Ed25519\"")
                    .doesNotContain("\"d\"");
        }
    }

    private record User(String name, String tenant) {}

    @Test
    @DisplayName("Tenants may have keys of their own")
    void tenants() {
        Map<String, JwsKey> tenants = Map.of(
                "blue", JwsKey.ofSecret(SECRET).withKid("blue"),
                "green", JwsKey.ofSecret(OTHER).withKid("green"));

        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .identity(user -> ((User) user).name())
                .signingKeyFor(user -> tenants.get(((User) user).tenant()))
                .verifyingKeyByKid(
                        untrustedKid -> untrustedKid == null ? null : tenants.get(untrustedKid))
                .build();

        String token = jeton.createAccessToken(new User("ada", "green"));
        assertThat(jeton.verifier().verify(token).header().kid()).isEqualTo("green");
    }

    @Test
    @DisplayName("The page's algorithms are those of the table in the code")
    void algorithms() {
        assertThat(dev.jeton.docs.Page.of("docs/guide/keys.md").tableRows().stream()
                        .filter(row -> row.get(0).startsWith("`"))
                        .flatMap(row -> java.util.Arrays.stream(row.get(0).split(", "))))
                .map(name -> name.replace("`", ""))
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(JwsAlgorithm.values())
                        .map(JwsAlgorithm::jwsName)
                        .toList());
    }

    private static String pem(String label, Key key) {
        String text = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }
}
