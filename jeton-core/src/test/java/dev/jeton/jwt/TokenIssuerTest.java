package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jeton.internal.Base64Url;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.wire.Allowance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class TokenIssuerTest {
    private final JwtFixture fixture = new JwtFixture();

    private TokenDraft draft(TokenType type, TokenOptions options) {
        return fixture.issuer().draft(type, "alice", options);
    }

    private static String payload(String token) {
        return new String(
                Objects.requireNonNull(Base64Url.decode(token.split("\\.")[1])),
                StandardCharsets.UTF_8);
    }

    private static String header(String token) {
        return new String(
                Objects.requireNonNull(Base64Url.decode(token.split("\\.")[0])),
                StandardCharsets.UTF_8);
    }

    private String payload(TokenType type, TokenOptions options) {
        TokenIssuer issuer = fixture.issuer();
        return payload(issuer.sign(issuer.draft(type, "alice", options)));
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1: an access token holds the subject, its type, times in whole seconds, and an id")
    void accessToken() {
        fixture.ids = () -> "an-id";
        fixture.clock.set(Instant.ofEpochMilli(NOW * 1000 + 999));

        assertThat(payload(TokenType.ACCESS, new TokenOptions()))
                .isEqualTo(
                        "{\"sub\":\"alice\",\"type\":\"access\",\"iat\":1900000000,\"exp\":1900000900,\"jti\":\"an-id\",\"fresh\":false}");
    }

    @Test
    @DisplayName("A refresh token says nothing of freshness, and lives as long as is configured")
    void refreshToken() {
        fixture.ids = () -> "an-id";

        assertThat(payload(TokenType.REFRESH, new TokenOptions().fresh()))
                .isEqualTo(
                        "{\"sub\":\"alice\",\"type\":\"refresh\",\"iat\":1900000000,\"exp\":1902592000,\"jti\":\"an-id\"}");
    }

    @Test
    @DisplayName("All that can be configured or said stands in the token, in one order")
    void everything() {
        fixture.ids = () -> "id";
        fixture.issuer = "me";
        fixture.audience = List.of("api", "web");
        fixture.csrfDrawn = true;
        fixture.notBeforeWritten = true;
        TokenOptions options = new TokenOptions()
                .freshFor(Duration.ofSeconds(90))
                .lifetime(Duration.ofMillis(120_500))
                .authTime(Instant.ofEpochMilli((NOW - 5) * 1000 + 700))
                .session("login", null)
                .scopes("read", "write")
                .roles("admin")
                .claim("nothing", null);

        assertThat(payload(TokenType.ACCESS, options))
                .isEqualTo(
                        "{\"iss\":\"me\",\"sub\":\"alice\",\"aud\":[\"api\",\"web\"],\"type\":\"access\","
                                + "\"iat\":1900000000,\"nbf\":1900000000,\"exp\":1900000120.5,\"jti\":\"id\",\"sid\":\"login\","
                                + "\"csrf\":\"id\",\"auth_time\":1899999995,\"fresh\":1900000090,"
                                + "\"scope\":\"read write\",\"roles\":[\"admin\"],\"nothing\":null}");
    }

    @Test
    @DisplayName("RFC 7519 §4.1.3: one audience is a string; a call may name another, or none")
    void audience() {
        fixture.audience = List.of("api");

        assertThat(payload(TokenType.ACCESS, new TokenOptions())).contains("\"aud\":\"api\"");
        assertThat(payload(TokenType.ACCESS, new TokenOptions().audience("other")))
                .contains("\"aud\":\"other\"");
        assertThat(payload(TokenType.ACCESS, new TokenOptions().audience())).doesNotContain("aud");
    }

    @Test
    @DisplayName(
            "Decision 8: a draft, signed again later, gives the same token; another draft gives another id")
    void reproducible() {
        TokenIssuer issuer = fixture.issuer();
        TokenDraft draft = issuer.draft(
                TokenType.ACCESS, "alice", new TokenOptions().fresh().claim("a", List.of(1)));
        String first = issuer.sign(draft);
        fixture.clock.move(Duration.ofSeconds(30));

        assertThat(issuer.sign(draft)).isEqualTo(first);
        assertThat(issuer.draft(TokenType.ACCESS, "alice", new TokenOptions())
                        .drawn()
                        .jti())
                .isNotEqualTo(draft.drawn().jti());
    }

    @Test
    @DisplayName("Decision 8: what the application changes after drafting changes no draft")
    void draftsAreCopies() {
        TokenIssuer issuer = fixture.issuer();
        List<String> roles = new ArrayList<>(List.of("user"));
        TokenDraft draft =
                issuer.draft(TokenType.ACCESS, "alice", new TokenOptions().claim("roles", roles));
        String first = issuer.sign(draft);
        roles.add("admin");

        assertThat(issuer.sign(draft)).isEqualTo(first);
        assertThat(draft.claims()).isEqualTo(Map.of("roles", List.of("user")));
    }

    @Test
    @DisplayName(
            "jti and the double-submit value are drawn anew for each token, of 128 random bits")
    void drawsIds() {
        fixture.csrfDrawn = true;
        TokenDraft.Drawn one = draft(TokenType.ACCESS, new TokenOptions()).drawn();
        TokenDraft.Drawn two = draft(TokenType.ACCESS, new TokenOptions()).drawn();

        assertThat(List.of(one.jti(), two.jti(), "" + one.csrf(), "" + two.csrf()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
        assertThat(draft(TokenType.ACCESS, new TokenOptions().session("s", "mine"))
                        .drawn()
                        .csrf())
                .isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "sub",
                "aud",
                "exp",
                "nbf",
                "iat",
                "jti",
                "type",
                "fresh",
                "csrf",
                "sid",
                "auth_time"
            })
    @DisplayName(
            "CLM-17: additional claims do not replace one of Jeton's own, be they of the call or of the hook")
    void registeredClaims(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(TokenType.ACCESS, new TokenOptions().claim(name, "x")))
                .withMessageContaining("[" + name + "]");

        fixture.hooks = hooks(Map.of(name, "x"), Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(TokenType.REFRESH, new TokenOptions()))
                .withMessageContaining("[" + name + "]");
    }

    @Test
    @DisplayName("CLM-17: nor the subject under another name")
    void registeredSubject() {
        fixture.layout = new StandardLayout("user");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(TokenType.ACCESS, new TokenOptions().claim("user", "eve")))
                .withMessageContaining("[user]");
    }

    @Test
    @DisplayName(
            "insecureClaimOverrides: additional claims replace registered ones, where that is configured")
    void claimOverrides() {
        fixture.claimOverrides = true;

        VerifiedJwt jwt = fixture.issued(
                TokenType.ACCESS,
                new TokenOptions().claims(Map.of("sub", "eve", "fresh", true, "type", "refresh")));
        assertThat(jwt.subject()).isEqualTo("eve");
        assertThat(jwt.type()).isEqualTo(TokenType.REFRESH);
        assertThat(jwt.isFreshAt(fixture.clock.instant())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alg", "kid", "crit", "b64", "typ", "cty", "jwk", "jku", "x5u", "x5c", "zip", "enc"
            })
    @DisplayName(
            "RFC 7515 §4.1: additional header parameters do not replace what follows from the key and the token")
    void registeredParameters(String name) {
        TokenIssuer issuer = fixture.issuer();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.sign(issuer.draft(
                        TokenType.ACCESS,
                        "alice",
                        new TokenOptions().headers(Map.of(name, "none")))))
                .withMessageContaining(name);
    }

    @Test
    @DisplayName("RFC 7515 §4.3: other header parameters are written beside alg, kid and typ")
    void headerParameters() {
        TokenIssuer issuer = fixture.issuer();
        TokenDraft draft = issuer.draft(
                TokenType.ACCESS, "alice", new TokenOptions().headers(Map.of("tenant", 7)));

        assertThat(header(issuer.sign(draft)))
                .isEqualTo("{\"alg\":\"HS256\",\"kid\":\"1\",\"typ\":\"JWT\",\"tenant\":7}");
    }

    @Test
    @DisplayName("ANY_TYP: typ and cty may be given where nobody looks at them; alg never")
    void givenTyp() {
        fixture.allowing(Allowance.ANY_TYP);
        TokenIssuer issuer = fixture.issuer();

        assertThat(header(issuer.sign(issuer.draft(
                        TokenType.ACCESS,
                        "alice",
                        new TokenOptions().headers(Map.of("typ", "banana"))))))
                .contains("\"typ\":\"banana\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        draft(TokenType.ACCESS, new TokenOptions().headers(Map.of("alg", "none"))));
    }

    @Test
    @DisplayName("A kid may be given where the key has no name, and must be a string")
    void givenKid() {
        fixture.key = fixture.key.withoutKid();
        TokenIssuer issuer = fixture.issuer();

        String token = issuer.sign(issuer.draft(
                TokenType.ACCESS, "alice", new TokenOptions().headers(Map.of("kid", "k", "a", 1))));
        assertThat(header(token))
                .isEqualTo("{\"alg\":\"HS256\",\"kid\":\"k\",\"typ\":\"JWT\",\"a\":1}");
        assertThat(fixture.verdict(token)).isEqualTo(JwtFixture.GOOD);
        for (Object odd : Arrays.asList(5, null, List.of("k"), "")) {
            TokenDraft draft = issuer.draft(
                    TokenType.ACCESS,
                    "alice",
                    new TokenOptions().headers(java.util.Collections.singletonMap("kid", odd)));
            assertThatIllegalArgumentException().as("%s", odd).isThrownBy(() -> issuer.sign(draft));
        }
    }

    @Test
    @DisplayName("CLM-18: a claim that does not survive as JSON is refused, and named")
    void claimsThatAreNoJson() {
        Map<String, Object> deep = Map.of();
        for (int i = 0; i < 32; i++) {
            deep = Map.of("a", deep);
        }
        for (Object odd : List.of(
                new Object(),
                new int[] {1},
                'c',
                Double.NaN,
                Float.POSITIVE_INFINITY,
                -0.0,
                "\ud800",
                Map.of(1, "one"),
                List.of(new Object()),
                new java.math.BigInteger("9".repeat(33)),
                new java.math.BigDecimal("1e400"),
                deep)) {
            assertThatIllegalArgumentException()
                    .as("%s", odd)
                    .isThrownBy(() -> draft(
                            TokenType.ACCESS,
                            new TokenOptions().claim("good", 1).claim("odd", odd)))
                    .withMessageContaining("\"odd\"");
        }
    }

    @Test
    @DisplayName(
            "CLM-18, DOS-03: a token of 8,192 characters is issued and verifies; one that is longer is refused with its size")
    void sizeLimit() {
        String token = withPadding(5_900);
        int room = (8_192 - token.length()) / 4 * 3;
        String greatest = withPadding(5_900 + room);

        assertThat(greatest.length()).isBetween(8_189, 8_192);
        assertThat(fixture.verdict(greatest)).isEqualTo(JwtFixture.GOOD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withPadding(5_900 + room + 4))
                .withMessageContaining("8192")
                .withMessageMatching(".*\\b819[3-9]\\b.*");
    }

    private String withPadding(int length) {
        TokenIssuer issuer = fixture.issuer();
        return issuer.sign(issuer.draft(
                TokenType.ACCESS,
                "alice",
                new TokenOptions().claim("padding", "x".repeat(length))));
    }

    @Test
    @DisplayName("RFC 7519 §4.1.2: an identity needs a subject: a string that is not empty")
    void subjects() {
        TokenIssuer issuer = fixture.issuer();
        for (Object odd : List.of("", 5, List.of("alice"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> issuer.draft(TokenType.ACCESS, odd, new TokenOptions()))
                    .withMessageContaining("identity hook");
        }
    }

    @Test
    @DisplayName(
            "The identity hook makes a subject of an application's own object, and the other hooks see that object")
    void identityHook() {
        record User(int id, String name) {}
        fixture.hooks = new IssuingHooks() {
            @Override
            public Object subjectOf(Object identity) {
                return "user-" + ((User) identity).id();
            }

            @Override
            public Map<String, ?> claimsFor(Object identity, TokenType type) {
                return Map.of("name", ((User) identity).name() + " " + type.claim());
            }

            @Override
            public Map<String, ?> headersFor(Object identity, TokenType type) {
                return Map.of("tenant", ((User) identity).id());
            }
        };
        TokenIssuer issuer = fixture.issuer();

        VerifiedJwt jwt = fixture.verifier()
                .verify(issuer.sign(
                        issuer.draft(TokenType.ACCESS, new User(7, "Ann"), new TokenOptions())));

        assertThat(jwt.subject()).isEqualTo("user-7");
        assertThat(jwt.claim("name", String.class)).contains("Ann access");
        assertThat(jwt.header().parameters()).containsEntry("tenant", 7L);
    }

    private static IssuingHooks hooks(Map<String, ?> claims, Map<String, ?> headers) {
        return new IssuingHooks() {
            @Override
            public Map<String, ?> claimsFor(Object identity, TokenType type) {
                return claims;
            }

            @Override
            public Map<String, ?> headersFor(Object identity, TokenType type) {
                return headers;
            }
        };
    }

    @Test
    @DisplayName("What a call says of claims and headers joins what the hooks say, and is stronger")
    void callOverHook() {
        fixture.hooks = hooks(Map.of("a", "hook", "b", "hook"), Map.of("h", "hook"));

        TokenDraft draft = draft(
                TokenType.ACCESS,
                new TokenOptions().claim("b", "call").headers(Map.of("h", "call")));
        assertThat(draft.claims()).isEqualTo(Map.of("a", "hook", "b", "call"));
        assertThat(draft.headers()).isEqualTo(Map.of("h", "call"));
        assertThat(draft(TokenType.ACCESS, new TokenOptions().claims(Map.of())).claims())
                .isEqualTo(Map.of("a", "hook", "b", "hook"));
    }

    @Test
    @DisplayName("Where given claims replace the hook's they do so even when they are empty")
    void callInsteadOfHook() {
        fixture.mergesGivenClaims = false;
        fixture.hooks = hooks(Map.of("a", "hook"), Map.of("h", "hook"));

        assertThat(draft(TokenType.ACCESS, new TokenOptions()).claims()).containsOnlyKeys("a");
        assertThat(draft(TokenType.ACCESS, new TokenOptions().claims(Map.of())).claims())
                .isEmpty();
        assertThat(draft(TokenType.ACCESS, new TokenOptions().headers(Map.of("x", 1)))
                        .headers())
                .containsOnlyKeys("x");
    }

    @Test
    @DisplayName(
            "The key hook chooses the signing key by identity; without a choice the ring's key signs")
    void keyHook() {
        JwsKey alices = JwsKey.ofSecret(
                        JwsAlgorithm.HS256,
                        "another key, of more than 32 bytes".getBytes(StandardCharsets.UTF_8))
                .withKid("alices");
        fixture.hooks = new IssuingHooks() {
            @Override
            public @Nullable JwsKey signingKeyFor(Object identity) {
                return identity.equals("alice") ? alices : null;
            }
        };
        TokenIssuer issuer = fixture.issuer();

        assertThat(header(issuer.sign(issuer.draft(TokenType.ACCESS, "alice", new TokenOptions()))))
                .contains("\"kid\":\"alices\"");
        assertThat(header(issuer.sign(issuer.draft(TokenType.ACCESS, "bob", new TokenOptions()))))
                .contains("\"kid\":\"1\"");
    }

    @Test
    @DisplayName("A ring that only verifies issues nothing, and says what is missing")
    void noSigningKey() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeySource keys = KeySource.of(
                KeyRing.verifyingOnly(JwsKey.ofPublic(JwsAlgorithm.EDDSA, pair.getPublic())));
        TokenIssuer issuer = new TokenIssuer(keys, fixture.settings());
        TokenDraft draft = issuer.draft(TokenType.ACCESS, "alice", new TokenOptions());

        assertThatIllegalStateException()
                .isThrownBy(() -> issuer.sign(draft))
                .withMessageContaining("private key");
    }

    @Test
    @DisplayName(
            "LOG-02: the text of a draft names its type, times and additional claims, and no values")
    void textHoldsNoValues() {
        fixture.csrfDrawn = true;
        fixture.ids = () -> "canary-id";
        TokenDraft draft = draft(
                TokenType.ACCESS,
                new TokenOptions().claim("secret", "canary").session("canary-s", null));

        assertThat(draft.toString()).contains("access", "secret").doesNotContain("canary", "alice");
    }
}
