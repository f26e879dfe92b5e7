package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.CapturedLog;
import dev.jeton.jwt.TestClock;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.InMemoryDenylist;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/** The life of a login: its two tokens, refreshing, and its end. */
class LoginTest {
    @RegisterExtension
    final CapturedLog log = new CapturedLog("dev.jeton");

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Instant start = clock.instant();
    private final InMemoryDenylist denylist = new InMemoryDenylist();

    private JetonBuilder builder() {
        return Jeton.builder().secretKey(JetonBuilderTest.SECRET).clock(clock);
    }

    private static VerifiedJwt access(Jeton jeton, Tokens tokens) {
        return jeton.verifier().verify(tokens.access());
    }

    private static VerifiedJwt refresh(Jeton jeton, Tokens tokens) {
        return jeton.verifier().verify(tokens.refresh().orElseThrow());
    }

    @Test
    @DisplayName(
            "The two tokens of a login share sid, csrf and auth_time, and nothing else that is drawn")
    void sharedByBothTokens() {
        Jeton jeton = builder().build();
        Tokens tokens = jeton.login("alice");
        VerifiedJwt access = access(jeton, tokens);
        VerifiedJwt refresh = refresh(jeton, tokens);

        assertThat(access.type()).isEqualTo(TokenType.ACCESS);
        assertThat(refresh.type()).isEqualTo(TokenType.REFRESH);
        assertThat(access.sessionId()).isPresent().isEqualTo(refresh.sessionId());
        assertThat(access.csrf()).isPresent().isEqualTo(refresh.csrf()).isEqualTo(tokens.csrf());
        assertThat(access.authTime()).contains(start).isEqualTo(refresh.authTime());
        assertThat(access.id()).isPresent().isNotEqualTo(refresh.id());
    }

    @Test
    @DisplayName("Two logins of one user share nothing that is drawn")
    void loginsAreApart() {
        Jeton jeton = builder().build();
        VerifiedJwt one = access(jeton, jeton.login("alice"));
        VerifiedJwt other = access(jeton, jeton.login("alice"));
        assertThat(one.sessionId()).isNotEqualTo(other.sessionId());
        assertThat(one.csrf()).isNotEqualTo(other.csrf());
    }

    @Test
    @DisplayName("RFC 6749 §5.1: a login's map is a token response")
    void tokenResponse() {
        Tokens tokens = builder().build().login("alice");
        assertThat(tokens.toMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "access_token",
                        tokens.access(),
                        "refresh_token",
                        tokens.refresh().orElseThrow(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        900L));
        assertThat(tokens.toString()).doesNotContain(tokens.access());
    }

    @Test
    @DisplayName(
            "A login says: fresh, lifetimes, claims, scopes, roles, headers, audience, auth_time")
    void loginOptions() {
        Jeton jeton = builder().tokens(t -> t.audience("shop")).build();
        Instant proof = start.minusSeconds(60);
        Tokens tokens = jeton.login(
                "alice",
                login -> login.fresh()
                        .accessLifetime(Duration.ofMinutes(1))
                        .refreshLifetime(Duration.ofHours(1))
                        .scopes("read", "write")
                        .roles("admin")
                        .claim("tenant", "t1")
                        .headers(Map.of("x", "y"))
                        .audience("shop", "till")
                        .authTime(proof));
        for (VerifiedJwt jwt : List.of(access(jeton, tokens), refresh(jeton, tokens))) {
            assertThat(jwt.scopes()).containsExactly("read", "write");
            assertThat(jwt.roles()).containsExactly("admin");
            assertThat(jwt.claims().get("tenant")).isEqualTo("t1");
            assertThat(jwt.header().parameters()).containsEntry("x", "y");
            assertThat(jwt.claims().strings("aud")).containsExactly("shop", "till");
            assertThat(jwt.authTime()).contains(proof);
        }
        assertThat(access(jeton, tokens).isFreshAt(start)).isTrue();
        assertThat(access(jeton, tokens).expiresAt()).isEqualTo(start.plusSeconds(60));
        assertThat(refresh(jeton, tokens).expiresAt()).isEqualTo(start.plusSeconds(3600));
        assertThat(tokens.expiresIn()).isEqualTo(60);
    }

    @Test
    @DisplayName("Without CSRF protection no token carries a csrf claim")
    void noCsrfClaim() {
        Jeton jeton = builder().csrf(c -> c.insecureWithoutCsrfProtection()).build();
        Tokens tokens = jeton.login("alice");
        assertThat(tokens.csrf()).isEmpty();
        assertThat(access(jeton, tokens).claims().has("csrf")).isFalse();
    }

    @Test
    @DisplayName(
            "Refreshing keeps sid, csrf, auth_time and audience, and gives a new access token alone, never fresh")
    void refreshing() {
        Jeton jeton = builder().tokens(t -> t.audience("shop", "till")).build();
        Tokens login = jeton.login("alice", options -> options.fresh().audience("till"));
        clock.move(Duration.ofHours(1));
        VerifiedJwt spent = refresh(jeton, login);
        Tokens tokens = jeton.refresh(spent);
        VerifiedJwt access = access(jeton, tokens);

        assertThat(tokens.refresh()).isEmpty();
        assertThat(tokens.toMap()).doesNotContainKey("refresh_token");
        assertThat(tokens.csrf()).isEqualTo(login.csrf());
        assertThat(access.subject()).isEqualTo("alice");
        assertThat(access.type()).isEqualTo(TokenType.ACCESS);
        assertThat(access.isFreshAt(clock.instant())).isFalse();
        assertThat(access.sessionId()).isEqualTo(spent.sessionId());
        assertThat(access.csrf()).isEqualTo(spent.csrf());
        assertThat(access.authTime()).contains(start);
        assertThat(access.issuedAt()).contains(clock.instant());
        assertThat(access.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(access.claims().strings("aud")).containsExactly("till");
        assertThat(access.id()).isNotEqualTo(spent.id());
    }

    @Test
    @DisplayName("Claims that a login was given survive refreshing")
    void claimsSurvive() {
        Jeton jeton = builder().build();
        Tokens login = jeton.login(
                "alice", options -> options.scopes("read").claim("tenant", Map.of("id", 7)));
        VerifiedJwt access = access(jeton, jeton.refresh(refresh(jeton, login)));
        assertThat(access.scopes()).containsExactly("read");
        assertThat(access.claims().get("tenant")).isEqualTo(Map.of("id", 7L));
    }

    @Test
    @DisplayName(
            "The hooks are asked again when a login is refreshed, with the subject, and what they say now holds")
    void hooksAreAskedAgain() {
        List<Object> asked = new ArrayList<>();
        Map<String, Object> said = new HashMap<>(Map.of("plan", "free"));
        Jeton jeton = builder()
                .identity(user -> ((User) user).id())
                .additionalClaims((identity, type) -> {
                    asked.add(identity);
                    return said;
                })
                .additionalHeaders(
                        (identity, type) -> Map.of("h", String.valueOf(said.get("plan"))))
                .build();
        VerifiedJwt refresh = refresh(jeton, jeton.login(new User("alice")));
        said.put("plan", "paid");
        VerifiedJwt access = access(jeton, jeton.refresh(refresh));

        assertThat(asked).containsExactly(new User("alice"), new User("alice"), "alice");
        assertThat(access.subject()).isEqualTo("alice");
        assertThat(access.claims().get("plan")).isEqualTo("paid");
        assertThat(access.header().parameters()).containsEntry("h", "paid");
    }

    record User(String id) {}

    @Test
    @DisplayName("An access token refreshes nothing")
    void onlyRefreshTokensRefresh() {
        Jeton jeton = builder().build();
        VerifiedJwt access = access(jeton, jeton.login("alice"));
        assertThatIllegalArgumentException().isThrownBy(() -> jeton.refresh(access));
    }

    @Test
    @DisplayName(
            "A refresh token that has expired since it was verified refreshes nothing, from exp + skew on")
    void expiredRefreshesNothing() {
        Jeton jeton =
                builder().tokens(t -> t.refreshLifetime(Duration.ofHours(1))).build();
        VerifiedJwt refresh = refresh(jeton, jeton.login("alice"));
        clock.move(Duration.ofHours(1).plusSeconds(9));
        assertThat(jeton.refresh(refresh).access()).isNotEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> jeton.refresh(refresh))
                .isInstanceOfSatisfying(
                        TokenRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    @DisplayName(
            "A single refresh token, outside any session, is refreshed with its own csrf value")
    void withoutSession() {
        Jeton jeton = builder().build();
        VerifiedJwt refresh = jeton.verifier().verify(jeton.createRefreshToken("alice"));
        VerifiedJwt access = access(jeton, jeton.refresh(refresh));
        assertThat(access.sessionId()).isEmpty();
        assertThat(access.csrf()).isPresent().isEqualTo(refresh.csrf());
        assertThat(access.authTime()).isEmpty();
    }

    @Test
    @DisplayName(
            "Logging out with either token ends the session: every token of it, and none of another")
    void logout() {
        Jeton jeton = builder().denylist(denylist).build();
        for (TokenType type : TokenType.values()) {
            Tokens login = jeton.login("alice");
            VerifiedJwt later = access(jeton, jeton.refresh(refresh(jeton, login)));
            VerifiedJwt other = access(jeton, jeton.login("alice"));
            jeton.logout(type == TokenType.ACCESS ? access(jeton, login) : refresh(jeton, login));
            assertThat(isRevoked(access(jeton, login))).isTrue();
            assertThat(isRevoked(refresh(jeton, login))).isTrue();
            assertThat(isRevoked(later)).isTrue();
            assertThat(isRevoked(other)).isFalse();
        }
    }

    private boolean isRevoked(VerifiedJwt jwt) {
        return denylist.isRevoked(jwt.id(), jwt.sessionId(), clock.instant());
    }

    @Test
    @DisplayName(
            "A session ended with its access token stays ended as long as its refresh token may be accepted")
    void sessionEndOutlivesTheRefreshToken() {
        Jeton jeton = builder()
                .denylist(denylist)
                .tokens(t -> t.accessLifetime(Duration.ofMinutes(5))
                        .refreshLifetime(Duration.ofHours(1)))
                .build();
        Tokens login = jeton.login("alice");
        VerifiedJwt refresh = refresh(jeton, login);
        jeton.logout(access(jeton, login));
        clock.move(Duration.ofHours(1).plusSeconds(10));
        assertThat(isRevoked(refresh)).as("at exp + skew").isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThat(isRevoked(refresh)).as("at exp + skew + 1 s").isFalse();
    }

    @Test
    @DisplayName("An expired token logs out too: the session's refresh token is gone")
    void logoutWithExpiredToken() {
        Jeton jeton = builder().denylist(denylist).build();
        Tokens login = jeton.login("alice");
        clock.move(Duration.ofDays(1));
        jeton.logout(jeton.verifier().verifyAllowingExpired(login.access()));
        assertThat(isRevoked(refresh(jeton, login))).isTrue();
    }

    @Test
    @DisplayName("With a denylist no token of a login outlives what its end is kept for")
    void longerThanConfigured() {
        Jeton jeton = builder().denylist(denylist).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        jeton.login("alice", login -> login.refreshLifetime(Duration.ofDays(31))))
                .withMessageContaining("refresh-token-lifetime");
        assertThat(builder()
                        .build()
                        .login("alice", login -> login.refreshLifetime(Duration.ofDays(31)))
                        .refresh())
                .isPresent();
        assertThat(jeton.createRefreshToken("alice", token -> token.lifetime(Duration.ofDays(31))))
                .isNotEmpty();
    }

    @Test
    @DisplayName(
            "Without a denylist logging out writes nothing, and revoking is a mistake that tells its mend")
    void withoutDenylist() {
        List<VerifiedJwt> revoked = new ArrayList<>();
        Jeton jeton = builder().listener(revokedInto(revoked)).build();
        VerifiedJwt jwt = access(jeton, jeton.login("alice"));
        jeton.logout(jwt);
        assertThat(revoked).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> jeton.revoke(jwt))
                .withMessageContaining("denylist(new InMemoryDenylist())");
    }

    @Test
    @DisplayName("Revoking one token leaves the others of its login alone")
    void revokeOne() {
        Jeton jeton = builder().denylist(denylist).build();
        Tokens login = jeton.login("alice");
        jeton.revoke(access(jeton, login));
        assertThat(isRevoked(access(jeton, login))).isTrue();
        assertThat(isRevoked(refresh(jeton, login))).isFalse();
    }

    @Test
    @DisplayName(
            "A denylist that cannot be written to makes logging out fail, and nobody hears of a revocation")
    void unavailableDenylist() {
        List<VerifiedJwt> revoked = new ArrayList<>();
        Jeton jeton = builder()
                .denylist(new BrokenDenylist())
                .listener(revokedInto(revoked))
                .build();
        VerifiedJwt jwt = access(jeton, jeton.login("alice"));
        assertThatThrownBy(() -> jeton.logout(jwt)).isInstanceOf(CheckUnavailableException.class);
        assertThatThrownBy(() -> jeton.revoke(jwt)).isInstanceOf(CheckUnavailableException.class);
        assertThat(revoked).isEmpty();
    }

    @Test
    @DisplayName(
            "Listeners hear of tokens issued, logins refreshed and tokens revoked; one that throws changes nothing")
    void listeners() {
        List<String> heard = new ArrayList<>();
        Jeton jeton = builder()
                .denylist(denylist)
                .listener(new FailingListener())
                .listener(new JetonListener() {
                    @Override
                    public void issued(TokenDraft token) {
                        heard.add("issued " + token.type().claim());
                    }

                    @Override
                    public void refreshed(VerifiedJwt spent, TokenDraft access) {
                        heard.add("refreshed " + spent.subject() + " "
                                + access.type().claim());
                    }

                    @Override
                    public void revoked(VerifiedJwt token) {
                        heard.add("revoked " + token.type().claim());
                    }
                })
                .build();
        VerifiedJwt refresh = refresh(jeton, jeton.login("alice"));
        jeton.refresh(refresh);
        jeton.logout(refresh);
        jeton.createAccessToken("alice");
        assertThat(log.lines())
                .filteredOn(line -> line.getLevel() == Level.WARNING && line.getThrown() != null)
                .hasSize(5)
                .allMatch(
                        line -> line.getMessage().startsWith("a JetonListener failed (reference "));
        assertThat(heard)
                .containsExactly(
                        "issued access",
                        "issued refresh",
                        "issued access",
                        "refreshed alice access",
                        "revoked refresh",
                        "issued access");
    }

    private static JetonListener revokedInto(List<VerifiedJwt> list) {
        return new JetonListener() {
            @Override
            public void revoked(VerifiedJwt token) {
                list.add(token);
            }
        };
    }

    private static final class FailingListener implements JetonListener {
        @Override
        public void issued(TokenDraft token) {
            throw new IllegalStateException("a listener's own trouble");
        }

        @Override
        public void revoked(VerifiedJwt token) {
            throw new IllegalStateException("a listener's own trouble");
        }
    }

    @Test
    @DisplayName("When the second token of a login cannot be signed, nobody hears of the first")
    void nothingHalfIssued() {
        List<TokenDraft> heard = new ArrayList<>();
        Jeton jeton = builder()
                .additionalClaims((identity, type) ->
                        type == TokenType.REFRESH ? Map.of("long", "x".repeat(8_192)) : Map.of())
                .listener(new JetonListener() {
                    @Override
                    public void issued(TokenDraft token) {
                        heard.add(token);
                    }
                })
                .build();
        assertThatIllegalArgumentException().isThrownBy(() -> jeton.login("alice"));
        assertThat(heard).isEmpty();
    }
}
