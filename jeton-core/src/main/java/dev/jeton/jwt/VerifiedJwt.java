package dev.jeton.jwt;

import dev.jeton.jose.JoseHeader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token that the verifier has found good. Only {@link JwtVerifier} makes one. */
public final class VerifiedJwt {
    private final JoseHeader header;
    private final JwtClaims claims;
    private final TokenType type;
    private final String subject;
    private final long expiresAtMillis;

    VerifiedJwt(
            JoseHeader header,
            JwtClaims claims,
            TokenType type,
            String subject,
            long expiresAtMillis) {
        this.header = header;
        this.claims = claims;
        this.type = type;
        this.subject = subject;
        this.expiresAtMillis = expiresAtMillis;
    }

    /** Whom the token is about (RFC 7519 §4.1.2); where a profile takes other JSON than text, its text, or "" for none. */
    public String subject() {
        return subject;
    }

    public TokenType type() {
        return type;
    }

    /** {@code jti}, where it is a string. */
    public Optional<String> id() {
        return claims.get("jti", String.class);
    }

    /** {@code sid}: the login that the token belongs to. */
    public Optional<String> sessionId() {
        return claims.get("sid", String.class);
    }

    /** The double-submit value that an unsafe request with this token in a cookie must repeat. */
    public Optional<String> csrf() {
        return claims.get("csrf", String.class);
    }

    /** {@code exp}; {@link Instant#MAX} where a profile takes tokens without one. */
    public Instant expiresAt() {
        return expiresAtMillis == NumericDates.NEVER
                ? Instant.MAX
                : Instant.ofEpochMilli(expiresAtMillis);
    }

    /** {@code iat}, where the token has one. */
    public Optional<Instant> issuedAt() {
        return instant("iat");
    }

    /** {@code auth_time}: when the user last proved who they are. */
    public Optional<Instant> authTime() {
        return instant("auth_time");
    }

    /** A claim that is a NumericDate (RFC 7519 §2), or empty. */
    public Optional<Instant> instant(String claim) {
        return NumericDates.instant(claims.get(claim));
    }

    /** Whether the token is fresh at this time: {@code fresh} is true, or a NumericDate that has not passed. */
    public boolean isFreshAt(Instant now) {
        Object fresh = claims.get("fresh");
        if (fresh instanceof Boolean isFresh) {
            return isFresh;
        }
        return NumericDates.instant(fresh).map(until -> !now.isAfter(until)).orElse(false);
    }

    /** The scopes of {@code scope}: a blank-separated text (RFC 8693 §4.2) or an array. */
    public List<String> scopes() {
        Object scope = claims.get("scope");
        return scope instanceof String text
                ? text.isBlank() ? List.of() : List.of(text.strip().split(" +"))
                : claims.strings("scope");
    }

    /** The roles of {@code roles}: an array of strings, or one string. */
    public List<String> roles() {
        return claims.strings("roles");
    }

    public JwtClaims claims() {
        return claims;
    }

    /** The value of a claim as this type, or empty where it is absent, null or of another type. */
    public <T> Optional<T> claim(String name, Class<T> valueType) {
        return claims.get(name, valueType);
    }

    public JoseHeader header() {
        return header;
    }

    /** Type and names only: what a token says is not for logs. */
    @Override
    public String toString() {
        return "VerifiedJwt[" + type.claim() + ", " + claims + "]";
    }
}
