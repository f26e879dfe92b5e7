package dev.jeton.jwt;

import dev.jeton.jwt.wire.ClaimLayout;
import dev.jeton.jwt.wire.ClaimRules;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The settings of this room, put together by {@code Jeton.builder()}.
 *
 * @param accessLifetime life of an access token, or null for ever ({@code insecureTokensWithoutExpiry})
 * @param refreshLifetime life of a refresh token, or null for ever
 * @param skew how far clocks may differ: 0 to 600 s
 * @param maxTokenAge oldest {@code iat} that is accepted, or null for no bound
 * @param issuer the {@code iss} written, or null
 * @param acceptedIssuers the {@code iss} values required on reading; empty: not looked at
 * @param audience the {@code aud} written; empty: none
 * @param acceptedAudiences the {@code aud} values of which one is required; empty: none expected
 * @param claimOverrides whether additional claims may replace registered ones ({@code insecureClaimOverrides})
 * @param tokensWithoutExpiry whether tokens may be issued that never expire
 * @param csrfDrawn whether tokens carry a double-submit value
 * @param mergesGivenClaims whether given claims and headers join the hooks' (else they replace them)
 */
@SuppressWarnings(
        "exports") // rules and layout are the wire profile's, whose package is exported to compat
// only
public record JwtSettings(
        Clock clock,
        Supplier<String> ids,
        @Nullable Duration accessLifetime,
        @Nullable Duration refreshLifetime,
        Duration skew,
        @Nullable Duration maxTokenAge,
        @Nullable String issuer,
        Set<String> acceptedIssuers,
        List<String> audience,
        Set<String> acceptedAudiences,
        boolean claimOverrides,
        boolean tokensWithoutExpiry,
        boolean csrfDrawn,
        boolean mergesGivenClaims,
        IssuingHooks hooks,
        ClaimRules accessRules,
        ClaimRules refreshRules,
        ClaimLayout layout) {}
