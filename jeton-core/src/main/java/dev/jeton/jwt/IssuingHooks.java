package dev.jeton.jwt;

import dev.jeton.jose.JwsKey;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What the application may add when a token is issued. Each is asked with the identity that was handed to Jeton; where a token
 * follows from another one, as in a refresh, with the subject of that one.
 */
public interface IssuingHooks {
    /** The subject of an identity: a String, unless the profile takes any JSON. */
    default @Nullable Object subjectOf(Object identity) {
        return identity;
    }

    /** Additional claims of every token of this identity. */
    default Map<String, ? extends @Nullable Object> claimsFor(Object identity, TokenType type) {
        return Map.of();
    }

    /** Additional JOSE header parameters of every token of this identity. */
    default Map<String, ? extends @Nullable Object> headersFor(Object identity, TokenType type) {
        return Map.of();
    }

    /** The key that signs this identity's tokens, or null for the ring's signing key. */
    default @Nullable JwsKey signingKeyFor(Object identity) {
        return null;
    }

    /** No additions. */
    IssuingHooks NONE = new IssuingHooks() {};
}
