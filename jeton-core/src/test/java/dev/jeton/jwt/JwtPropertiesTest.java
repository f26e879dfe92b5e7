package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.NOW;
import static dev.jeton.jwt.JwtFixture.good;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for every token, tried on many that are drawn by the dice. */
class JwtPropertiesTest {
    private static final int ROUNDS = 1_000;
    private static final List<String> CLAIMS = List.of(
            "sub",
            "type",
            "iat",
            "nbf",
            "exp",
            "jti",
            "sid",
            "iss",
            "aud",
            "csrf",
            "auth_time",
            "fresh",
            "scope",
            "roles",
            "other");

    private final JwtFixture fixture = new JwtFixture();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName(
            "RFC 7519 §7.1, §7.2: whatever is drafted and signed verifies, and reads back equal")
    void roundTrip(long seed) {
        RandomJson json = new RandomJson(seed);
        for (int i = 0; i < ROUNDS; i++) {
            fixture.csrfDrawn = json.maybe();
            fixture.notBeforeWritten = json.maybe();
            TokenIssuer issuer = fixture.issuer();
            TokenType type = json.oneOf(List.of(TokenType.values()));
            TokenDraft draft = issuer.draft(type, "alice", options(json));

            VerifiedJwt jwt = fixture.verifier().verify(issuer.sign(draft));

            assertEqual(jwt, draft);
        }
    }

    private static TokenOptions options(RandomJson json) {
        TokenOptions options = new TokenOptions();
        if (json.maybe()) {
            options.lifetime(Duration.ofMillis(1 + json.upTo(Integer.MAX_VALUE)));
        }
        if (json.maybe()) {
            options.session("session" + json.upTo(1000), json.maybe() ? "value" : null);
        }
        if (json.maybe()) {
            options.authTime(Instant.ofEpochSecond(json.upTo(Integer.MAX_VALUE)));
        }
        if (json.maybe()) {
            options.freshFor(Duration.ofMillis(1 + json.upTo(1_000_000)));
        } else {
            options.fresh(json.maybe());
        }
        for (Map.Entry<String, @Nullable Object> claim : json.object(3).entrySet()) {
            options.claim(claim.getKey(), claim.getValue());
        }
        return options;
    }

    private static void assertEqual(VerifiedJwt jwt, TokenDraft draft) {
        TokenDraft.Drawn drawn = draft.drawn();
        assertThat(jwt.subject()).isEqualTo("alice");
        assertThat(jwt.type()).isEqualTo(draft.type());
        assertThat(jwt.id()).contains(drawn.jti());
        assertThat(jwt.sessionId().orElse(null)).isEqualTo(drawn.sid());
        assertThat(jwt.csrf().orElse(null)).isEqualTo(drawn.csrf());
        assertThat(jwt.issuedAt()).contains(drawn.issuedAt());
        assertThat(jwt.claim("nbf", Instant.class).orElse(null)).isEqualTo(drawn.notBefore());
        assertThat(jwt.expiresAt()).isEqualTo(drawn.expiresAt());
        assertThat(jwt.authTime().orElse(null)).isEqualTo(drawn.authTime());
        assertThat(jwt.claims().asMap()).containsAllEntriesOf(draft.claims());
        if (drawn.fresh() instanceof Instant until) {
            assertThat(jwt.isFreshAt(until)).isTrue();
            assertThat(jwt.isFreshAt(until.plusMillis(1))).isFalse();
        } else {
            assertThat(jwt.isFreshAt(drawn.issuedAt())).isEqualTo(drawn.fresh());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    @DisplayName(
            "I6: claims of any JSON value cause nothing but TokenRejectedException under the strict rules")
    void anyClaims(long seed) {
        fixture.acceptedAudiences = Set.of("api");
        fixture.acceptedIssuers = Set.of("alice");
        fixture.maxTokenAge = Duration.ofHours(1);

        assertThat(verdicts(seed)).contains("good").hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    @DisplayName(
            "I6: claims of any JSON value cause nothing but TokenRejectedException when everything is allowed")
    void anyClaimsUnderLooseRules(long seed) {
        for (Allowance allowance : Allowance.values()) {
            fixture.allowing(allowance);
        }
        assertThat(verdicts(seed)).contains("good").hasSizeGreaterThan(3);
    }

    private Set<String> verdicts(long seed) {
        RandomJson json = new RandomJson(seed);
        JwtVerifier verifier = fixture.verifier();
        Set<String> verdicts = new java.util.TreeSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            String token = fixture.signed(someClaims(json));
            Examined examined = verifier.examine(token);
            touch(examined);
            verdicts.add(agree(verifier, token, examined));
        }
        return verdicts;
    }

    private Map<String, @Nullable Object> someClaims(RandomJson json) {
        Map<String, @Nullable Object> claims = good();
        claims.put("aud", "api");
        claims.put("iss", "alice");
        for (int changes = json.upTo(4); changes > 0; changes--) {
            String claim = json.oneOf(CLAIMS);
            if (json.upTo(5) == 0) {
                claims.remove(claim);
            } else {
                claims.put(claim, json.value(3));
            }
        }
        return claims;
    }

    /** The three ways of verifying must agree, and answers the verdict. */
    private static String agree(JwtVerifier verifier, String token, Examined examined) {
        List<Reason> reasons = new ArrayList<>();
        for (ClaimFailure failure : examined.failures()) {
            reasons.add(failure.reason());
        }
        boolean good = reasons.isEmpty();
        boolean onlyExpired = reasons.stream().allMatch(reason -> reason == Reason.EXPIRED);
        assertThat(examined.jwt() != null).isEqualTo(onlyExpired);
        assertThat(refusal(() -> verifier.verifyAllowingExpired(token)) == null)
                .isEqualTo(onlyExpired);
        String refusal = refusal(() -> verifier.verify(token));
        assertThat(refusal == null).isEqualTo(good);
        return refusal == null ? "good" : refusal;
    }

    private static @Nullable String refusal(Runnable verifying) {
        try {
            verifying.run();
            return null;
        } catch (TokenRejectedException refused) {
            return refused.getMessage();
        }
    }

    /** Whatever a handler may ask of a good token. */
    private static void touch(Examined examined) {
        VerifiedJwt jwt = examined.jwt();
        if (jwt == null) {
            return;
        }
        Instant now = Instant.ofEpochSecond(NOW);
        assertThat(List.of(
                        jwt.subject(),
                        jwt.type(),
                        jwt.id(),
                        jwt.sessionId(),
                        jwt.csrf(),
                        jwt.issuer(),
                        jwt.audience(),
                        jwt.expiresAt(),
                        jwt.issuedAt(),
                        jwt.authTime(),
                        jwt.isFreshAt(now),
                        jwt.scopes(),
                        jwt.roles(),
                        jwt.toString(),
                        jwt.claims().toString()))
                .doesNotContainNull();
        for (String name : CLAIMS) {
            for (Class<?> type : List.of(
                    String.class,
                    Long.class,
                    Integer.class,
                    Double.class,
                    Instant.class,
                    java.math.BigInteger.class)) {
                assertThat(jwt.claim(name, type)).isNotNull();
            }
        }
    }
}
