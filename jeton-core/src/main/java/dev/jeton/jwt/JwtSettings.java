package dev.jeton.jwt;

import dev.jeton.internal.Ids;
import dev.jeton.jwt.wire.ClaimLayout;
import dev.jeton.jwt.wire.ClaimRules;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The settings of this room, put together by {@code Jeton.builder()}.
 *
 * @param layout how claims stand on the wire
 * @param accessRules how the claims of access tokens are judged; its type rule says how {@code type} is read
 * @param refreshRules how the claims of refresh tokens are judged
 */
@SuppressWarnings("exports") // rules and layout are a profile's; their package is compat's alone
public record JwtSettings(
        Clock clock,
        ClaimLayout layout,
        ClaimRules accessRules,
        ClaimRules refreshRules,
        Issuing issuing,
        Accepting accepting) {

    /** The rules for tokens of this type; for access tokens where a token does not say what it is. */
    public ClaimRules rules(@Nullable TokenType type) {
        return type == TokenType.REFRESH ? refreshRules : accessRules;
    }

    /**
     * What is written into tokens.
     *
     * @param ids draws {@code jti}, {@code sid} and double-submit values
     * @param accessLifetime life of an access token, or null for ever ({@code insecureTokensWithoutExpiry})
     * @param refreshLifetime life of a refresh token, or null for ever
     * @param issuer {@code iss}, or null for none
     * @param audience {@code aud}; empty for none
     * @param csrfDrawn whether tokens carry a double-submit value
     * @param notBeforeWritten whether {@code nbf} is written, equal to {@code iat}
     * @param claimOverrides whether additional claims may replace registered ones ({@code insecureClaimOverrides})
     * @param withoutExpiry whether a token may be issued that never expires
     * @param mergesGivenClaims whether a call's claims and headers join the hooks', else they replace them
     */
    public record Issuing(
            Ids ids,
            @Nullable Duration accessLifetime,
            @Nullable Duration refreshLifetime,
            @Nullable String issuer,
            List<String> audience,
            boolean csrfDrawn,
            boolean notBeforeWritten,
            boolean claimOverrides,
            boolean withoutExpiry,
            boolean mergesGivenClaims,
            IssuingHooks hooks) {
        public Issuing {
            audience = List.copyOf(audience);
        }

        /** The configured life of a token of this type, or null for ever. */
        public @Nullable Duration lifetime(TokenType type) {
            return type == TokenType.ACCESS ? accessLifetime : refreshLifetime;
        }
    }

    /**
     * Which tokens are accepted.
     *
     * @param skew how far clocks may differ: 0 to 600 s
     * @param maxTokenAge the greatest age by {@code iat}, or null for no bound
     * @param issuers the {@code iss} values of which one is required; empty: not compared
     * @param audiences the {@code aud} values of which one is required; empty: none expected
     */
    public record Accepting(
            Duration skew,
            @Nullable Duration maxTokenAge,
            Set<String> issuers,
            Set<String> audiences) {
        public Accepting {
            issuers = Set.copyOf(issuers);
            audiences = Set.copyOf(audiences);
        }
    }
}
