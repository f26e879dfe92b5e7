package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.Reason;
import dev.jeton.failure.SettingsException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.RotatingKeys;
import dev.jeton.jwt.TestClock;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.Location;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The front door: keys from settings, single tokens, cookies, and two Jetons that never meet. */
class JetonTest {
    private static JetonBuilder good() {
        return Jeton.builder().secretKey(JetonBuilderTest.SECRET);
    }

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + label + "-----\n";
    }

    private static void assertRejected(Jeton jeton, String token, Reason reason) {
        assertThatThrownBy(() -> jeton.verifier().verify(token))
                .isInstanceOfSatisfying(
                        TokenRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, RS256",
        "EC, 256, ES256",
        "EC, 384, ES384",
        "EC, 521, ES512",
        "Ed25519, 255, EdDSA"
    })
    @DisplayName(
            "RFC 7518 §3.1: the algorithm of a key pair is worked out, and its public half alone verifies")
    void pairs(String kind, int size, String algorithm, @TempDir Path folder)
            throws GeneralSecurityException, IOException {
        KeyPair pair = pair(kind, size);
        Path file = folder.resolve("private.pem");
        Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate()));
        String publicPem = pem("PUBLIC KEY", pair.getPublic());
        Jeton issuer =
                Jeton.builder().privateKey("file:" + file).publicKey(publicPem).build();
        Jeton verifier = Jeton.builder().publicKey(publicPem).build();
        VerifiedJwt jwt = verifier.verifier().verify(issuer.createAccessToken("alice"));

        assertThat(jwt.header().algorithm().jwsName()).isEqualTo(algorithm);
        assertThat(issuer.publicJwkSet())
                .isEqualTo(verifier.publicJwkSet())
                .contains("\"" + algorithm + "\"")
                .doesNotContain("\"d\"");
        assertThatIllegalStateException().isThrownBy(() -> verifier.createAccessToken("alice"));
    }

    @Test
    @DisplayName("An algorithm that is configured goes before the usual one of the key")
    void configuredAlgorithm() throws GeneralSecurityException {
        KeyPair pair = pair("RSA", 2048);
        Jeton jeton = Jeton.builder()
                .options(Map.of(
                        "jeton.private-key",
                        pem("PRIVATE KEY", pair.getPrivate()),
                        "jeton.algorithm",
                        "PS384"))
                .build();
        assertThat(jeton.verifier()
                        .verify(jeton.createAccessToken("a"))
                        .header()
                        .algorithm())
                .isEqualTo(JwsAlgorithm.PS384);
    }

    @Test
    @DisplayName("A private key in the place of the public one is a problem")
    void swappedHalves() throws GeneralSecurityException {
        KeyPair pair = pair("RSA", 2048);
        assertThatThrownBy(() -> Jeton.builder()
                        .publicKey(pem("PRIVATE KEY", pair.getPrivate()))
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("each other's place");
        assertThatThrownBy(() -> Jeton.builder()
                        .privateKey(pem("PUBLIC KEY", pair.getPublic()))
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("each other's place");
    }

    @Test
    @DisplayName("A PEM whose key cannot be read is a problem that says which keys can be")
    void unreadableKey() {
        String onAnotherCurve = "-----BEGIN PUBLIC KEY-----\n"
                + "ME4wEAYHKoZIzj0CAQYFK4EEACEDOgAE\n-----END PUBLIC KEY-----\n";
        assertThatThrownBy(() -> Jeton.builder().publicKey(onAnotherCurve).build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no RSA, EC or Ed25519 key");
    }

    @Test
    @DisplayName("A secret may be for HS512, and be text as it stands")
    void secrets() {
        String literal = "base64:not-a-prefix-here-but-a-part-of-the-secret-itself-0123456789-Zz";
        Jeton jeton = Jeton.builder()
                .literalSecretKey(literal)
                .algorithm(JwsAlgorithm.HS512)
                .keyId("k7")
                .build();
        VerifiedJwt jwt = jeton.verifier().verify(jeton.createAccessToken("alice"));
        assertThat(jwt.header().kid()).isEqualTo("k7");
        assertThat(jwt.header().algorithm()).isEqualTo(JwsAlgorithm.HS512);
        assertThat(jeton.publicJwkSet()).isEqualTo("{\"keys\":[]}");
    }

    @Test
    @DisplayName("Tokens of the key before are good as long as it is listed")
    void previousKey() {
        Jeton before = good().keyId("old").build();
        Jeton after = Jeton.builder()
                .secretKey(JetonBuilderTest.OTHER_SECRET)
                .keyId("new")
                .verifyingKeys(JwsKey.ofSecret(JetonBuilderTest.SECRET).withKid("old"))
                .build();
        String token = before.createAccessToken("alice");
        assertThat(after.verifier().verify(token).subject()).isEqualTo("alice");
        assertRejected(
                Jeton.builder()
                        .secretKey(JetonBuilderTest.OTHER_SECRET)
                        .keyId("new")
                        .build(),
                token,
                Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName("Keys may change while a Jeton runs")
    void rotation() {
        KeyRing first = KeyRing.of(JwsKey.ofSecret(JetonBuilderTest.SECRET).withKid("1"));
        RotatingKeys keys = new RotatingKeys(first);
        Jeton jeton = Jeton.builder().keys(keys).build();
        String token = jeton.createAccessToken("alice");
        keys.replace(first.next(JwsKey.ofSecret(JetonBuilderTest.OTHER_SECRET).withKid("2")));
        assertRejected(jeton, token, Reason.KEY_UNKNOWN);
        assertThat(jeton.verifier()
                        .verify(jeton.createAccessToken("bob"))
                        .header()
                        .kid())
                .isEqualTo("2");
    }

    @Test
    @DisplayName("Keys may be chosen by the identity that signs and the kid that is to be verified")
    void keyHooks() {
        JwsKey tenant = JwsKey.ofSecret(JetonBuilderTest.OTHER_SECRET).withKid("tenant");
        List<String> asked = new ArrayList<>();
        Jeton jeton = good().signingKeyFor(identity -> identity.equals("alice") ? tenant : null)
                .verifyingKeyByKid(kid -> {
                    asked.add(kid);
                    return "tenant".equals(kid) ? tenant : null;
                })
                .build();
        assertThat(jeton.verifier()
                        .verify(jeton.createAccessToken("alice"))
                        .header()
                        .kid())
                .isEqualTo("tenant");
        assertThat(jeton.verifier()
                        .verify(jeton.createAccessToken("bob"))
                        .header()
                        .kid())
                .isEqualTo("1");
        assertThat(asked).containsExactly("tenant", "1");
    }

    @Test
    @DisplayName(
            "Two Jetons in one JVM never meet: keys, clocks, denylists and hooks are each one's own")
    void twoJetons() {
        TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
        InMemoryDenylist denylist = new InMemoryDenylist();
        Jeton one = good().clock(clock)
                .denylist(denylist)
                .tokens(t -> t.audience("one"))
                .build();
        Jeton other = Jeton.builder()
                .secretKey(JetonBuilderTest.OTHER_SECRET)
                .clock(clock)
                .denylist(new InMemoryDenylist())
                .build();
        String token = one.createAccessToken("alice");
        assertRejected(other, token, Reason.SIGNATURE_INVALID);
        assertRejected(one, other.createAccessToken("alice"), Reason.SIGNATURE_INVALID);

        VerifiedJwt ofOther = other.verifier().verify(other.login("alice").access());
        other.logout(ofOther);
        assertThat(denylist.isRevoked(ofOther.id(), ofOther.sessionId(), clock.instant()))
                .isFalse();
        assertRejected(good().clock(clock).build(), token, Reason.AUDIENCE_REFUSED);
    }

    @Test
    @DisplayName(
            "RFC 8725 §3.9: what is written as iss and aud is required, and others' only where they are accepted")
    void issuerAndAudience() {
        Jeton me = good().tokens(t -> t.issuer("me").audience("shop")).build();
        Jeton you = good().tokens(t -> t.issuer("you").audience("shop")).build();
        Jeton both = good().tokens(t -> t.issuer("me")
                        .acceptedIssuers("me", "you")
                        .audience("till")
                        .acceptedAudiences("shop"))
                .build();
        String mine = me.createAccessToken("alice");
        String yours = you.createAccessToken("alice");
        assertThat(me.verifier().verify(mine).claims().get("iss")).isEqualTo("me");
        assertRejected(me, yours, Reason.ISSUER_REFUSED);
        assertThat(both.verifier().verify(yours).subject()).isEqualTo("alice");
        assertRejected(both, both.createAccessToken("alice"), Reason.AUDIENCE_REFUSED);
    }

    @Test
    @DisplayName("nbf is written where it is asked for, and equals iat")
    void notBefore() {
        Jeton jeton = good().tokens(t -> t.notBeforeWritten()).build();
        VerifiedJwt jwt = jeton.verifier().verify(jeton.createAccessToken("alice"));
        assertThat(jwt.claims().get("nbf")).isNotNull().isEqualTo(jwt.claims().get("iat"));
        assertThat(good().build()
                        .verifier()
                        .verify(good().build().createAccessToken("a"))
                        .claims()
                        .has("nbf"))
                .isFalse();
    }

    @Test
    @DisplayName(
            "Tokens that never expire are issued and accepted only where that is allowed by name")
    void unlimited() {
        Jeton jeton = good().tokens(
                        t -> t.insecureUnlimitedAccessLifetime().insecureUnlimitedRefreshLifetime())
                .build();
        Tokens tokens = jeton.login("alice");
        assertThat(tokens.expiresIn()).isZero();
        assertThat(jeton.verifier().verify(tokens.access()).expiresAt()).isEqualTo(Instant.MAX);
        assertRejected(good().build(), tokens.access(), Reason.CLAIM_INVALID);
        assertThatThrownBy(() -> good().build()
                        .createAccessToken("a", token -> token.insecureWithoutExpiry()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("Options as text make the same Jeton as the builder's methods")
    void textAndCode() {
        Jeton text = Jeton.builder()
                .options(Map.of(
                        "jeton.secret-key", JetonBuilderTest.SECRET,
                        "jeton.access-token-lifetime", "5m",
                        "jeton.locations", "headers,cookies",
                        "jeton.cookie-same-site", "strict",
                        "jeton.trusted-origins", "https://a.example"))
                .build();
        Jeton code = good().tokens(t -> t.accessLifetime(Duration.ofMinutes(5)))
                .locations(Location.HEADERS, Location.COOKIES)
                .cookies(c -> c.sameSite("Strict"))
                .csrf(c -> c.trustedOrigins("https://a.example"))
                .build();
        assertThat(text.report()).isEqualTo(code.report());
        assertThat(code.verifier().verify(text.createAccessToken("alice")).subject())
                .isEqualTo("alice");
    }

    @Test
    @DisplayName(
            "Cookies are set from a login's tokens with their names and companions, and cleared again")
    void cookies() {
        Jeton jeton = good().build();
        Tokens tokens = jeton.login("alice");
        List<String> fields = new ArrayList<>();
        jeton.cookies().set((name, value) -> fields.add(name + ": " + value), tokens);
        assertThat(jeton.cookies().names())
                .containsExactly("__Host-access_token", "__Host-refresh_token", "csrf_token");
        assertThat(fields)
                .anySatisfy(f -> assertThat(f)
                        .startsWith("Set-Cookie: __Host-access_token=" + tokens.access() + ";")
                        .contains("HttpOnly"))
                .anySatisfy(f -> assertThat(f)
                        .startsWith("Set-Cookie: __Host-refresh_token="
                                + tokens.refresh().orElseThrow() + ";"))
                .anySatisfy(f -> assertThat(f)
                        .startsWith("Set-Cookie: csrf_token=" + tokens.csrf().orElseThrow() + ";")
                        .doesNotContain("HttpOnly"))
                .contains("Cache-Control: no-store");
        fields.clear();
        jeton.cookies().unset((name, value) -> fields.add(name + ": " + value));
        assertThat(fields)
                .filteredOn(f -> f.startsWith("Set-Cookie"))
                .hasSize(3)
                .allMatch(f -> f.contains("Max-Age=0"));
    }

    @Test
    @DisplayName(
            "A single token is verified before it becomes a cookie: it must be good, of the cookie's type, and hold a csrf value")
    void cookieOfOneToken() {
        Jeton jeton = good().build();
        Jeton unprotected = good().csrf(c -> c.insecureWithoutCsrfProtection()).build();
        List<String> fields = new ArrayList<>();
        jeton.cookies()
                .setAccess(
                        (name, value) -> fields.add(value),
                        jeton.createAccessToken("alice"),
                        options -> options.maxAge(Duration.ofSeconds(60)));
        assertThat(fields)
                .anyMatch(value ->
                        value.startsWith("__Host-access_token=") && value.contains("Max-Age=60"));
        for (Map.Entry<String, Reason> bad : Map.of(
                        "x.y.z",
                        Reason.MALFORMED,
                        jeton.createRefreshToken("alice"),
                        Reason.TYPE_REFUSED,
                        unprotected.createAccessToken("alice"),
                        Reason.CLAIM_INVALID)
                .entrySet()) {
            assertThatThrownBy(() -> jeton.cookies()
                            .setAccess(
                                    (name, value) -> fields.add(value),
                                    bad.getKey(),
                                    options -> options))
                    .isInstanceOfSatisfying(
                            TokenRejectedException.class,
                            e -> assertThat(e.reason()).isEqualTo(bad.getValue()));
        }
        unprotected
                .cookies()
                .setAccess(
                        (name, value) -> {},
                        unprotected.createAccessToken("alice"),
                        options -> options);
    }

    @Test
    @DisplayName("Development cookies have neither Secure nor prefixes, and the names say so")
    void developmentCookies() {
        Jeton jeton = good().options(Map.of("jeton.development", "true")).build();
        List<String> fields = new ArrayList<>();
        jeton.cookies().set((name, value) -> fields.add(value), jeton.login("alice"));
        assertThat(jeton.cookies().names())
                .containsExactly("access_token", "refresh_token", "csrf_token");
        assertThat(fields).noneMatch(value -> value.contains("Secure"));
        assertThat(jeton.cookies().names()).noneMatch(name -> name.startsWith("__"));
    }

    @Test
    @DisplayName(
            "Only the type of a single token differs between createAccessToken and createRefreshToken")
    void singleTokens() {
        Jeton jeton = good().build();
        VerifiedJwt access = jeton.verifier()
                .verify(jeton.createAccessToken("alice", token -> token.fresh().claim("a", 1)));
        VerifiedJwt refresh = jeton.verifier().verify(jeton.createRefreshToken("alice"));
        assertThat(access.type()).isEqualTo(TokenType.ACCESS);
        assertThat(access.claims().get("a")).isEqualTo(1L);
        assertThat(refresh.type()).isEqualTo(TokenType.REFRESH);
        assertThat(refresh.sessionId()).isEmpty();
        assertThat(refresh.csrf()).isPresent();
    }
}
