package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A token before it is signed: everything random and timed has been drawn, so signing it again gives the same claims.
 *
 * @param identity what the application calls the user by
 * @param subject the subject, a String unless the profile takes any JSON
 * @param id {@code jti}
 * @param sessionId {@code sid}, or null for a token outside any login session
 * @param csrf the double-submit value, or null where none is drawn
 * @param expiresAt {@code exp}, or null for a token that never expires
 * @param fresh {@code Boolean}, or the {@code Instant} until which the token is fresh
 * @param claims additional claims by their names, those of the call over those of the hook
 * @param headers additional header parameters
 */
public record TokenDraft(
        TokenType type,
        Object identity,
        @Nullable Object subject,
        String id,
        @Nullable String sessionId,
        @Nullable String csrf,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        Object fresh,
        @Nullable Instant authTime,
        @Nullable String issuer,
        List<String> audience,
        Map<String, @Nullable Object> claims,
        Map<String, @Nullable Object> headers) {}
