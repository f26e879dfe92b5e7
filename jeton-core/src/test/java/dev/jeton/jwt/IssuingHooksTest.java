package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the application has to say when tokens are issued, and tokens that follow from others. */
class IssuingHooksTest {
    private final JwtFixture fixture = new JwtFixture();

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

    @Test
    @DisplayName("What a call says of claims and headers joins what the hooks say, and is stronger")
    void callOverHook() {
        fixture.hooks = JwtFixture.hooks(Map.of("a", "hook", "b", "hook"), Map.of("h", "hook"));

        TokenDraft draft = fixture.draft(
                TokenType.ACCESS,
                new TokenOptions().claim("b", "call").headers(Map.of("h", "call")));
        assertThat(draft.claims()).isEqualTo(Map.of("a", "hook", "b", "call"));
        assertThat(draft.headers()).isEqualTo(Map.of("h", "call"));
        assertThat(fixture.draft(TokenType.ACCESS, new TokenOptions().claims(Map.of()))
                        .claims())
                .isEqualTo(Map.of("a", "hook", "b", "hook"));
    }

    @Test
    @DisplayName("Where given claims replace the hook's they do so even when they are empty")
    void callInsteadOfHook() {
        fixture.mergesGivenClaims = false;
        fixture.hooks = JwtFixture.hooks(Map.of("a", "hook"), Map.of("h", "hook"));

        assertThat(fixture.draft(TokenType.ACCESS, new TokenOptions()).claims())
                .containsOnlyKeys("a");
        assertThat(fixture.draft(TokenType.ACCESS, new TokenOptions().claims(Map.of()))
                        .claims())
                .isEmpty();
        assertThat(fixture.draft(TokenType.ACCESS, new TokenOptions().headers(Map.of("x", 1)))
                        .headers())
                .containsOnlyKeys("x");
    }

    private VerifiedJwt refreshToken(TokenOptions options) {
        return fixture.issued(TokenType.REFRESH, options);
    }

    private VerifiedJwt issuedAfter(VerifiedJwt predecessor) {
        TokenIssuer issuer = fixture.issuer();
        return fixture.verifier()
                .verify(issuer.sign(
                        issuer.draftAfter(predecessor, TokenType.ACCESS, new TokenOptions())));
    }

    @Test
    @DisplayName(
            "RFC 9700 §4.14, TYP-11: a token that follows from another has its subject and claims, and nothing else of it")
    void follows() {
        VerifiedJwt refresh = refreshToken(new TokenOptions()
                .scopes("read")
                .claim("tenant", Map.of("id", 7))
                .session("login", "value")
                .authTime(Instant.ofEpochSecond(NOW)));
        fixture.clock.move(Duration.ofHours(1));

        VerifiedJwt access = issuedAfter(refresh);

        assertThat(access.type()).isEqualTo(TokenType.ACCESS);
        assertThat(access.subject()).isEqualTo("alice");
        assertThat(access.scopes()).containsExactly("read");
        assertThat(access.claims().get("tenant")).isEqualTo(Map.of("id", 7L));
        assertThat(access.id()).isNotEqualTo(refresh.id());
        assertThat(access.issuedAt()).contains(Instant.ofEpochSecond(NOW + 3600));
        assertThat(access.expiresAt()).isEqualTo(Instant.ofEpochSecond(NOW + 3600 + 900));
        assertThat(access.sessionId()).isEmpty();
        assertThat(access.csrf()).isEmpty();
        assertThat(access.authTime()).isEmpty();
        assertThat(access.isFreshAt(fixture.clock.instant())).isFalse();
    }

    @Test
    @DisplayName("TYP-09: a token that follows from a fresh one is not fresh")
    void followsAndIsNotFresh() {
        VerifiedJwt fresh = fixture.issued(TokenType.ACCESS, new TokenOptions().fresh());

        assertThat(fresh.isFreshAt(fixture.clock.instant())).isTrue();
        assertThat(issuedAfter(fresh).isFreshAt(fixture.clock.instant())).isFalse();
    }

    @Test
    @DisplayName("What the hooks say of the subject now goes before what the predecessor says")
    void followsAndIsBroughtUpToDate() {
        VerifiedJwt refresh = refreshToken(new TokenOptions().roles("admin").claim("kept", "old"));
        fixture.hooks = JwtFixture.hooks(Map.of("roles", List.of("user")), Map.of());

        VerifiedJwt access = issuedAfter(refresh);

        assertThat(access.roles()).containsExactly("user");
        assertThat(access.claim("kept", String.class)).contains("old");
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

        assertThat(JwtFixture.header(
                        issuer.sign(issuer.draft(TokenType.ACCESS, "alice", new TokenOptions()))))
                .contains("\"kid\":\"alices\"");
        assertThat(JwtFixture.header(
                        issuer.sign(issuer.draft(TokenType.ACCESS, "bob", new TokenOptions()))))
                .contains("\"kid\":\"1\"");
    }
}
