package dev.jeton.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Claims and header parameters of the application beside Jeton's own. */
class AdditionsTest {
    private final JwtFixture fixture = new JwtFixture();

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
                .isThrownBy(
                        () -> fixture.draft(TokenType.ACCESS, new TokenOptions().claim(name, "x")))
                .withMessageContaining("[" + name + "]");

        fixture.hooks = JwtFixture.hooks(Map.of(name, "x"), Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.draft(TokenType.REFRESH, new TokenOptions()))
                .withMessageContaining("[" + name + "]");
    }

    @Test
    @DisplayName("Additions that stand apart from Jeton's claims may have any names")
    void apart() {
        fixture.layout = new Apart();

        assertThat(fixture.draft(TokenType.ACCESS, new TokenOptions().claim("sub", "eve"))
                        .claims())
                .isEqualTo(Map.of("sub", "eve"));
    }

    private static final class Apart implements ClaimLayout {
        private final StandardLayout standard = new StandardLayout("sub");

        @Override
        public String subjectClaim() {
            return standard.subjectClaim();
        }

        @Override
        public boolean keepsAdditionsApart() {
            return true;
        }

        @Override
        public void write(TokenDraft draft, BiConsumer<String, @Nullable Object> claims) {
            standard.write(draft, claims);
        }

        @Override
        public Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified) {
            return verified;
        }
    }

    @Test
    @DisplayName("Claims and header parameters that are given in several calls add up")
    void severalCalls() {
        TokenOptions options = new TokenOptions()
                .claim("a", 1)
                .claims(Map.of("b", 2))
                .headers(Map.of("x", 1))
                .headers(Map.of("y", 2));

        TokenDraft draft = fixture.draft(TokenType.ACCESS, options);
        assertThat(draft.claims()).containsOnlyKeys("a", "b");
        assertThat(draft.headers()).containsOnlyKeys("x", "y");
    }

    @Test
    @DisplayName("LOG-02: what is drawn says its times of itself, and not its double-submit value")
    void drawn() {
        String text = fixture.draft(TokenType.ACCESS, new TokenOptions().session("s", "secret"))
                .drawn()
                .toString();
        assertThat(text).contains("expiresAt=").doesNotContain("secret");
    }

    @Test
    @DisplayName("CLM-17: nor the subject under another name")
    void registeredSubject() {
        fixture.layout = new StandardLayout("user");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        fixture.draft(TokenType.ACCESS, new TokenOptions().claim("user", "eve")))
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

        assertThat(JwtFixture.header(issuer.sign(draft)))
                .isEqualTo("{\"alg\":\"HS256\",\"kid\":\"1\",\"typ\":\"JWT\",\"tenant\":7}");
    }

    @Test
    @DisplayName("ANY_TYP: typ and cty may be given where nobody looks at them; alg never")
    void givenTyp() {
        fixture.allowing(Allowance.ANY_TYP);
        TokenIssuer issuer = fixture.issuer();

        assertThat(JwtFixture.header(issuer.sign(issuer.draft(
                        TokenType.ACCESS,
                        "alice",
                        new TokenOptions().headers(Map.of("typ", "banana"))))))
                .contains("\"typ\":\"banana\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.draft(
                        TokenType.ACCESS, new TokenOptions().headers(Map.of("alg", "none"))));
    }

    @Test
    @DisplayName("A kid may be given where the key has no name, and must be a string")
    void givenKid() {
        fixture.key = fixture.key.withoutKid();
        TokenIssuer issuer = fixture.issuer();

        String token = issuer.sign(issuer.draft(
                TokenType.ACCESS, "alice", new TokenOptions().headers(Map.of("kid", "k", "a", 1))));
        assertThat(JwtFixture.header(token))
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
                    .isThrownBy(() -> fixture.draft(
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
}
