package dev.jeton.jwt;

import dev.jeton.internal.Json;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.JwsSigner;
import dev.jeton.jose.KeySource;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Issues tokens in two steps: a draft draws what is random and timed, signing writes it down. Safe for use by many threads.
 */
public final class TokenIssuer {
    /** Claims that additional claims may not replace (RFC 7519 §4.1, and Jeton's own). */
    private static final Set<String> REGISTERED = Set.of(
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
            "auth_time");

    private static final int TOKEN_LIMIT = 8_192;

    private final JwtSettings settings;
    private final KeySource keys;

    public TokenIssuer(KeySource keys, JwtSettings settings) {
        this.settings = settings;
        this.keys = keys;
    }

    /**
     * Draws a token of this identity. Throws what a hook throws.
     *
     * @throws IllegalArgumentException for an empty subject, a claim that would replace a registered one, or a token without
     *     expiry where the configuration has none
     */
    public TokenDraft draft(TokenType type, Object identity, TokenOptions options) {
        Instant now = settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return new TokenDraft(
                type,
                identity,
                requireSubject(settings.hooks().subjectOf(identity)),
                settings.ids().get(),
                options.sessionId(),
                csrf(options),
                now,
                expiry(type, now, options),
                fresh(type, now, options),
                options.authTime(),
                settings.issuer(),
                options.audience() == null ? settings.audience() : options.audience(),
                additions(settings.hooks().claimsFor(identity, type), options.claims(), true),
                additions(settings.hooks().headersFor(identity, type), options.headers(), false));
    }

    /**
     * Signs a draft; the same draft gives the same claims each time.
     *
     * @throws IllegalArgumentException for a claim that is no JSON, or a token of over 8,192 characters
     * @throws IllegalStateException when the key ring has no signing key
     */
    public String sign(TokenDraft draft) {
        byte[] payload = Json.write(settings.layout().write(draft));
        String token = JwsSigner.sign(signingKey(draft.identity()), draft.headers(), payload);
        if (token.length() > TOKEN_LIMIT) {
            throw new IllegalArgumentException(
                    "the token has %,d characters, and %,d is the limit: give it fewer or shorter claims"
                            .formatted(token.length(), TOKEN_LIMIT));
        }
        return token;
    }

    private JwsKey signingKey(Object identity) {
        JwsKey chosen = settings.hooks().signingKeyFor(identity);
        return chosen != null
                ? chosen
                : keys.ring()
                        .signingKey()
                        .orElseThrow(
                                () -> new IllegalStateException(
                                        "the key ring verifies only: configure a secret or a private key to issue tokens"));
    }

    private @Nullable Object requireSubject(@Nullable Object subject) {
        boolean text = subject instanceof String string && !string.isEmpty();
        if (!text && settings.accessRules().allowances().isEmpty()) {
            throw new IllegalArgumentException(
                    "a subject is a non-empty string: give one, or configure an identity hook that makes one");
        }
        return subject;
    }

    private @Nullable String csrf(TokenOptions options) {
        if (options.csrf() != null) {
            return options.csrf();
        }
        return settings.csrfDrawn() ? settings.ids().get() : null;
    }

    private @Nullable Instant expiry(TokenType type, Instant now, TokenOptions options) {
        Duration configured =
                type == TokenType.ACCESS ? settings.accessLifetime() : settings.refreshLifetime();
        Duration life = options.lifetime() == null ? configured : options.lifetime();
        if (options.isWithoutExpiry() && !settings.tokensWithoutExpiry()) {
            throw new IllegalArgumentException(
                    "tokens that never expire are off: give a lifetime, or configure insecureTokensWithoutExpiry");
        }
        return life == null || options.isWithoutExpiry() ? null : now.plus(life);
    }

    private static Object fresh(TokenType type, Instant now, TokenOptions options) {
        Object fresh = options.freshness();
        if (type == TokenType.REFRESH || fresh == null) {
            return false;
        }
        return fresh instanceof Duration window ? now.plus(window) : fresh;
    }

    private Map<String, @Nullable Object> additions(
            Map<String, ? extends @Nullable Object> general,
            @Nullable Map<String, @Nullable Object> given,
            boolean claims) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        if (given == null || settings.mergesGivenClaims()) {
            all.putAll(general);
        }
        if (given != null) {
            all.putAll(given);
        }
        if (claims && !settings.claimOverrides() && !settings.layout().keepsAdditionsApart()) {
            requireUnregistered(all);
        }
        return all;
    }

    private void requireUnregistered(Map<String, @Nullable Object> claims) {
        List<String> refused = claims.keySet().stream()
                .filter(name -> REGISTERED.contains(name)
                        || name.equals(settings.layout().subjectClaim()))
                .sorted()
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("additional claims may not replace " + refused
                    + ": use the option made for each");
        }
    }
}
