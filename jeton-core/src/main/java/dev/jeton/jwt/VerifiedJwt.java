package dev.jeton.jwt;

import dev.jeton.jose.JoseHeader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    /** What it is for: {@code type}. */
    public TokenType type() {
        return type;
    }

    /** {@code iss}: who issued it. */
    public Optional<String> issuer() {
        return claims.get("iss", String.class);
    }

    /** {@code aud}: whom it is for; empty where it says nothing. */
    public List<String> audience() {
        return claims.strings("aud");
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
        return claims.get("iat", Instant.class);
    }

    /** {@code auth_time}: when the user last proved who they are. */
    public Optional<Instant> authTime() {
        return claims.get("auth_time", Instant.class);
    }

    /** Whether the token is fresh at this time: {@code fresh} is true, or a NumericDate that has not passed. Clock skew gives nothing. */
    public boolean isFreshAt(Instant now) {
        Object fresh = claims.get("fresh");
        if (fresh instanceof Boolean isFresh) {
            return isFresh;
        }
        Optional<Instant> until = NumericDates.instant(fresh);
        return until.isPresent() && !now.isAfter(until.get());
    }

    /** The scopes of {@code scope}: a blank-separated text (RFC 8693 §4.2) or an array. */
    public List<String> scopes() {
        return claims.get("scope") instanceof String text
                ? blankSeparated(text)
                : claims.strings("scope");
    }

    private static List<String> blankSeparated(String text) {
        List<String> words = new ArrayList<>(4);
        for (int from = 0, to; from < text.length(); from = to + 1) {
            int blank = text.indexOf(' ', from);
            to = blank < 0 ? text.length() : blank;
            if (to > from) {
                words.add(text.substring(from, to));
            }
        }
        return Collections.unmodifiableList(words);
    }

    /** The roles of {@code roles}: an array of strings, or one string. */
    public List<String> roles() {
        return claims.strings("roles");
    }

    /** All that it says. */
    public JwtClaims claims() {
        return claims;
    }

    /** The value of a claim as this type; see {@link JwtClaims#get(String, Class)}. */
    public <T> Optional<T> claim(String name, Class<T> valueType) {
        return claims.get(name, valueType);
    }

    /** The header that was signed with it. */
    public JoseHeader header() {
        return header;
    }

    /** Type and names only: what a token says is not for logs. */
    @Override
    public String toString() {
        return "VerifiedJwt[" + type.claim() + ", " + claims + "]";
    }
}
