package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.docs.Page;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.MovableClock;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

class TokensTest {

    private final MovableClock clock = MovableClock.atNow();
    private final Jeton jeton = Jeton.builder().secretKey(SECRET).clock(clock).build();

    private record User(long id, String language, List<String> roles) {}

    @Test
    @DisplayName("A login makes two tokens with the claims of the page's table")
    void login() {
        Tokens tokens = jeton.login("ada");
        Map<String, Object> body = tokens.toMap();

        assertThat(body).containsKeys("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(claims(tokens.access())).isEqualTo(claimsOfTable(1));
        assertThat(claims(tokens.refresh().orElseThrow())).isEqualTo(claimsOfTable(2));
    }

    @Test
    @DisplayName("A login takes options, which survive in both tokens")
    void loginWithOptions() {
        Tokens tokens = jeton.login(
                "ada",
                login -> login.fresh()
                        .roles("admin")
                        .scopes("orders:read", "orders:write")
                        .claim("locale", "en-GB")
                        .accessLifetime(Duration.ofMinutes(5)));

        VerifiedJwt access = jeton.verifier().verify(tokens.access());
        assertThat(access.isFreshAt(clock.instant())).isTrue();
        assertThat(tokens.expiresIn()).isEqualTo(300);
        VerifiedJwt refresh = jeton.verifier().verify(tokens.refresh().orElseThrow());
        assertThat(refresh.roles()).containsExactly("admin");
        assertThat(refresh.scopes()).containsExactly("orders:read", "orders:write");
    }

    @Test
    @DisplayName("Claims are read with their types")
    void reading() {
        VerifiedJwt jwt = jeton.verifier()
                .verify(jeton.createAccessToken("ada", token -> token.claim("locale", "en-GB")));

        String subject = jwt.subject();
        TokenType type = jwt.type();
        Instant expires = jwt.expiresAt();
        Optional<String> locale = jwt.claim("locale", String.class);
        Map<String, Object> all = jwt.claims().asMap();

        assertThat(subject).isEqualTo("ada");
        assertThat(type).isEqualTo(TokenType.ACCESS);
        assertThat(expires).isAfter(clock.instant());
        assertThat(locale).contains("en-GB");
        assertThat(all).containsEntry("sub", "ada");
    }

    @Test
    @DisplayName("Single tokens have a life of their own")
    void singleTokens() {
        String access =
                jeton.createAccessToken("ada", token -> token.lifetime(Duration.ofHours(1)));
        String refresh = jeton.createRefreshToken("ada");

        assertThat(jeton.verifier().verify(access).expiresAt())
                .isBefore(jeton.verifier().verify(refresh).expiresAt());
    }

    @Test
    @DisplayName("Tokens are verified without a request, expired ones by an explicit method")
    void withoutRequest() {
        String token = jeton.createAccessToken("ada");
        assertThat(whoIs(token)).isEqualTo("ada");
        assertThat(whoIs("not.a.token")).isEqualTo("nobody");
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> jeton.verifier().verify(token))
                .isInstanceOfSatisfying(
                        TokenRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));

        VerifiedJwt expired = jeton.verifier().verifyAllowingExpired(token);

        assertThat(expired.subject()).isEqualTo("ada");
    }

    private String whoIs(String token) {
        try {
            return jeton.verifier().verify(token).subject();
        } catch (TokenRejectedException e) {
            System.getLogger("app")
                    .log(System.Logger.Level.INFO, "refused: {0}", e.reason().code());
            return "nobody";
        }
    }

    @Test
    @DisplayName("Hooks make the subject of an object, and add claims to each token")
    void objects() {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .identity(user -> String.valueOf(((User) user).id()))
                .additionalClaims((user, type) -> Map.of("locale", "en-GB"))
                .build();
        Tokens tokens = jeton.login(new User(42, "en-GB", List.of()));

        assertThat(jeton.verifier().verify(tokens.access()).subject()).isEqualTo("42");
        assertThat(jeton.verifier().verify(tokens.access()).claims().get("locale"))
                .isEqualTo("en-GB");
    }

    private Set<String> claims(String token) {
        return new TreeSet<>(jeton.verifier().verify(token).claims().asMap().keySet());
    }

    /** The claims that the page's table has a mark for, in this column. */
    private static Set<String> claimsOfTable(int column) {
        Set<String> claims = new TreeSet<>();
        for (List<String> row : Page.of("docs/guide/tokens.md").tableRows()) {
            if (row.size() == 4
                    && row.get(0).startsWith("`")
                    && !row.get(column).isEmpty()) {
                claims.add(row.get(0).replace("`", ""));
            }
        }
        return claims;
    }
}
