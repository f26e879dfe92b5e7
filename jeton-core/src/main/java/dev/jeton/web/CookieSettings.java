package dev.jeton.web;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * How token cookies and their CSRF companions are written.
 *
 * @param access the cookie of access tokens
 * @param refresh the cookie of refresh tokens
 * @param domain the {@code Domain} attribute, or null for host-only cookies
 * @param sameSite {@code Strict}, {@code Lax}, {@code None}, or null to leave it out
 * @param persistence what becomes the {@code Max-Age}
 * @param fixedMaxAge the Max-Age where {@code persistence} is {@code FIXED}
 * @param prefixed whether the names of the token cookies get {@code __Host-} or {@code __Secure-}
 * @param companions whether the CSRF value is also set as a cookie that scripts can read
 * @param clearing with which attributes cookies are cleared
 */
public record CookieSettings(
        Slot access,
        Slot refresh,
        @Nullable String domain,
        boolean secure,
        @Nullable String sameSite,
        Persistence persistence,
        @Nullable Duration fixedMaxAge,
        boolean prefixed,
        boolean companions,
        Clearing clearing) {
    /** The cookie of one token type, and its companion; names without prefix. */
    public record Slot(String name, String path, String csrfName, String csrfPath) {}

    /** How long a browser keeps a token cookie. */
    public enum Persistence {
        /** As long as the token lives. */
        TOKEN_LIFE,
        /** For a configured time. */
        FIXED,
        /** Until the browser closes: no Max-Age. */
        SESSION
    }

    /** The attributes of a clearing cookie, besides name, path and domain. */
    public enum Clearing {
        /** Those that the cookie was set with. */
        AS_SET,
        /** {@code SameSite=Lax} alone. */
        BARE_LAX
    }
}
