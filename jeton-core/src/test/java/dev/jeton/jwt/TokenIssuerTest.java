package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.wire.Allowance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class TokenIssuerTest {
    private final JwtFixture fixture = new JwtFixture();

    private String payload(TokenType type, TokenOptions options) {
        TokenIssuer issuer = fixture.issuer();
        return JwtFixture.payload(issuer.sign(issuer.draft(type, "alice", options)));
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
        TokenDraft.Drawn one =
                fixture.draft(TokenType.ACCESS, new TokenOptions()).drawn();
        TokenDraft.Drawn two =
                fixture.draft(TokenType.ACCESS, new TokenOptions()).drawn();

        assertThat(List.of(one.jti(), two.jti(), "" + one.csrf(), "" + two.csrf()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
        assertThat(fixture.draft(TokenType.ACCESS, new TokenOptions().session("s", "mine"))
                        .drawn()
                        .csrf())
                .isEqualTo("mine");
    }

    @Test
    @DisplayName(
            "RFC 7519 §4.1.2: an identity needs a subject: a string that is not empty; else it is said what was found")
    void subjects() {
        TokenIssuer issuer = fixture.issuer();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.draft(TokenType.ACCESS, "", new TokenOptions()))
                .withMessageStartingWith("the subject is empty: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.draft(TokenType.ACCESS, 5, new TokenOptions()))
                .withMessageStartingWith("the subject is a java.lang.Integer: ");
    }

    @Test
    @DisplayName(
            "An identity hook that finds no subject is an error, unless the rules let any subject be issued")
    void noSubject() {
        fixture.hooks = new IssuingHooks() {
            @Override
            public @Nullable Object subjectOf(Object identity) {
                return null;
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.draft(TokenType.ACCESS, new TokenOptions()))
                .withMessageStartingWith("the subject is nothing: ");
        fixture.allowing(Allowance.EMPTY_SUBJECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.draft(TokenType.ACCESS, new TokenOptions()));
        fixture.allowing(Allowance.UNCHECKED_ISSUED_SUBJECT);
        assertThat(fixture.draft(TokenType.ACCESS, new TokenOptions()).subject())
                .isNull();
    }

    @Test
    @DisplayName("EMPTY_SUBJECT: an empty subject is issued where one is read")
    void emptySubject() {
        fixture.allowing(Allowance.EMPTY_SUBJECT);

        assertThat(fixture.issuer()
                        .draft(TokenType.ACCESS, "", new TokenOptions())
                        .subject())
                .isEqualTo("");
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
        TokenDraft draft = fixture.draft(
                TokenType.ACCESS,
                new TokenOptions().claim("secret", "canary").session("canary-s", null));

        assertThat(draft.toString()).contains("access", "secret").doesNotContain("canary", "alice");
    }
}
