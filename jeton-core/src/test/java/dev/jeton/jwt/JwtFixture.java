package dev.jeton.jwt;

import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Base64Url;
import dev.jeton.internal.Ids;
import dev.jeton.internal.Json;
import dev.jeton.internal.RandomIds;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.JwsSigner;
import dev.jeton.jose.JwsVerifier;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimLayout;
import dev.jeton.jwt.wire.ClaimRules;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Settings as a test wants them, and tokens that say what a test wants. The clock stands at {@link #NOW}. */
public final class JwtFixture {
    public static final long NOW = 1_900_000_000L;
    static final String GOOD = "good";
    static final byte[] SECRET =
            "a secret of forty bytes, only for tests".getBytes(StandardCharsets.UTF_8);

    public final TestClock clock = new TestClock(Instant.ofEpochSecond(NOW));

    /** Without it every boundary would lie 10 s off. */
    Duration skew = Duration.ZERO;

    @Nullable
    Duration maxTokenAge;

    Set<String> acceptedIssuers = Set.of();
    Set<String> acceptedAudiences = Set.of();

    Ids ids = new RandomIds();

    @Nullable
    Duration accessLifetime = Duration.ofMinutes(15);

    @Nullable
    String issuer;

    List<String> audience = List.of();
    boolean csrfDrawn;
    boolean notBeforeWritten;
    boolean claimOverrides;
    boolean withoutExpiry;
    boolean mergesGivenClaims = true;
    IssuingHooks hooks = IssuingHooks.NONE;
    ClaimLayout layout = new StandardLayout("sub");
    ClaimRules accessRules = ClaimRules.STRICT;
    ClaimRules refreshRules = ClaimRules.STRICT;
    JwsKey key = JwsKey.ofSecret(JwsAlgorithm.HS256, SECRET);

    JwtFixture allowing(Allowance allowance) {
        accessRules = accessRules.allowing(allowance);
        refreshRules = refreshRules.allowing(allowance);
        return this;
    }

    JwtSettings settings() {
        return new JwtSettings(
                clock,
                layout,
                accessRules,
                refreshRules,
                new JwtSettings.Issuing(
                        ids,
                        accessLifetime,
                        Duration.ofDays(30),
                        issuer,
                        audience,
                        csrfDrawn,
                        notBeforeWritten,
                        claimOverrides,
                        withoutExpiry,
                        mergesGivenClaims,
                        hooks),
                new JwtSettings.Accepting(skew, maxTokenAge, acceptedIssuers, acceptedAudiences));
    }

    TokenIssuer issuer() {
        return new TokenIssuer(KeySource.of(KeyRing.of(key)), settings());
    }

    public JwtVerifier verifier() {
        return new JwtVerifier(new JwsVerifier(KeySource.of(KeyRing.of(key))), settings());
    }

    /** The claims of a good access token that lives from 60 s ago to 840 s from now. */
    public static Map<String, @Nullable Object> good() {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("sub", "alice");
        claims.put("type", "access");
        claims.put("iat", NOW - 60);
        claims.put("exp", NOW + 840);
        claims.put("jti", "a-token");
        return claims;
    }

    /** As {@link #good}, with one claim that is otherwise. */
    static Map<String, @Nullable Object> good(String claim, @Nullable Object value) {
        Map<String, @Nullable Object> claims = good();
        claims.put(claim, value);
        return claims;
    }

    static Map<String, @Nullable Object> goodBut(String missing) {
        Map<String, @Nullable Object> claims = good();
        claims.remove(missing);
        return claims;
    }

    /** A token of these claims and no others, rightly signed. */
    String signed(Map<String, ? extends @Nullable Object> claims) {
        return JwsSigner.sign(key, Map.of(), Json.write(claims));
    }

    /** A token with this payload as it stands, rightly signed. */
    String signed(String payload) {
        return JwsSigner.sign(key, Map.of(), payload.getBytes(StandardCharsets.UTF_8));
    }

    public VerifiedJwt verified(Map<String, ? extends @Nullable Object> claims) {
        return verifier().verify(signed(claims));
    }

    /** A good token without {@code jti}, where that is allowed. */
    public VerifiedJwt withoutId() {
        return allowing(Allowance.MISSING_JTI).verified(goodBut("jti"));
    }

    /** {@link #GOOD}, or the reason of the refusal and the claim at fault. */
    String verdict(Map<String, ? extends @Nullable Object> claims) {
        return verdict(signed(claims));
    }

    String verdict(String token) {
        try {
            verifier().verify(token);
            return GOOD;
        } catch (TokenRejectedException refused) {
            return refused.getMessage();
        }
    }

    /** The claims of a token that this fixture's issuer makes. */
    VerifiedJwt issued(TokenType type, TokenOptions options) {
        TokenIssuer tokens = issuer();
        return verifier().verify(tokens.sign(tokens.draft(type, "alice", options)));
    }

    TokenDraft draft(TokenType type, TokenOptions options) {
        return issuer().draft(type, "alice", options);
    }

    static IssuingHooks hooks(Map<String, ?> claims, Map<String, ?> headers) {
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

    /** The JSON of a token's header. */
    static String header(String token) {
        return json(token, 0);
    }

    /** The JSON of a token's payload. */
    static String payload(String token) {
        return json(token, 1);
    }

    private static String json(String token, int segment) {
        byte[] json = Objects.requireNonNull(Base64Url.decode(token.split("\\.")[segment]));
        return new String(json, StandardCharsets.UTF_8);
    }
}
