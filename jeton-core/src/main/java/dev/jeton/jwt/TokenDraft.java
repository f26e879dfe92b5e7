package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A token before it is signed: nothing is left to chance or to the clock, so signing it again gives the same claims.
 *
 * @param identity what the application calls the user by
 * @param subject the subject: a String, unless the profile takes any JSON
 * @param issuer {@code iss}, or null for none
 * @param audience {@code aud}; empty for none
 * @param claims additional claims as JSON values, those of the call over those of the hook
 * @param headers additional header parameters, likewise
 */
public record TokenDraft(
        TokenType type,
        Object identity,
        @Nullable Object subject,
        Drawn drawn,
        @Nullable String issuer,
        List<String> audience,
        Map<String, @Nullable Object> claims,
        Map<String, @Nullable Object> headers) {

    /**
     * What is random or timed in a token. Times are whole seconds, or milliseconds where a lifetime has such.
     *
     * @param sid the login session, or null for a token outside any
     * @param csrf the double-submit value, or null for none
     * @param notBefore {@code nbf}, or null for none
     * @param expiresAt {@code exp}, or null for a token that never expires
     * @param authTime when the user last proved who they are, or null where nobody said
     * @param fresh a {@code Boolean}, or the {@code Instant} until which the token is fresh
     */
    public record Drawn(
            String jti,
            @Nullable String sid,
            @Nullable String csrf,
            Instant issuedAt,
            @Nullable Instant notBefore,
            @Nullable Instant expiresAt,
            @Nullable Instant authTime,
            Object fresh) {
        /** Times only: the double-submit value is a secret. */
        @Override
        public String toString() {
            return "Drawn[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
        }
    }

    /** Type, times and the names of additional claims: what a token says is not for logs. */
    @Override
    public String toString() {
        return "TokenDraft[" + type.claim() + ", " + drawn + ", " + claims.keySet() + "]";
    }
}
