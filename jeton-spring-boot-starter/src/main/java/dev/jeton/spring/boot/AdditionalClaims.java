package dev.jeton.spring.boot;

import dev.jeton.jwt.TokenType;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A bean that gives tokens more claims. */
@FunctionalInterface
public interface AdditionalClaims {
    /** The claims of a token for this identity; when a login is refreshed, the identity is the subject. */
    Map<String, ? extends @Nullable Object> claimsFor(Object identity, TokenType type);
}
