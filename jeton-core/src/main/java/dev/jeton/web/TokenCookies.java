package dev.jeton.web;

import dev.jeton.jwt.TokenType;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes token cookies and their CSRF companions, and clears them (RFC 6265bis §4.1). */
public final class TokenCookies {
    /** What one call says in place of the configuration. */
    public record Options(
            @Nullable Duration maxAge, @Nullable String domain, boolean session) {
        /** As configured. */
        public static final Options CONFIGURED = new Options(null, null, false);

        /** The browser keeps the cookies for this long. */
        public Options maxAge(Duration age) {
            return new Options(age, domain, false);
        }

        /** The cookies' {@code Domain}. */
        public Options domain(String name) {
            return new Options(maxAge, name, session);
        }

        /** The browser forgets the cookies when it closes. */
        public Options sessionCookie() {
            return new Options(null, domain, true);
        }
    }

    /** A token about to become a cookie. */
    public record Token(
            TokenType type,
            String text,
            @Nullable String csrf,
            @Nullable Instant expiresAt) {
        /** Without the token's text. */
        @Override
        public String toString() {
            return "Token[" + type.claim() + "]";
        }
    }

    public TokenCookies(CookieSettings settings, CsrfSettings csrf, Clock clock) {
        throw new AssertionError("web helper");
    }

    /** The fields that set this token's cookie and its companion, and {@code Cache-Control: no-store}.
     * @throws IllegalArgumentException for a cookie of over 4,096 bytes, naming the sizes */
    public List<HttpHeader> set(Token token, Options options) {
        throw new AssertionError("web helper");
    }

    /** The fields that clear the cookie of this type and its companion. */
    public List<HttpHeader> unset(TokenType type, Options options) {
        throw new AssertionError("web helper");
    }

    /** The name of the cookie of this type on the wire, prefix included. */
    public String name(TokenType type) {
        throw new AssertionError("web helper");
    }

    /** The name of the companion of this type on the wire. */
    public String csrfName(TokenType type) {
        throw new AssertionError("web helper");
    }
}
