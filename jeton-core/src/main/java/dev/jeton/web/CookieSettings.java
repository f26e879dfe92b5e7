package dev.jeton.web;

import dev.jeton.jwt.TokenType;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
 * @param companionLife how long at least a companion is kept that both tokens share; null for as long as the token
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
        Clearing clearing,
        @Nullable Duration companionLife) {
    /** The longest Max-Age that browsers keep to (RFC 6265bis §5.5). */
    static final Duration LONGEST = Duration.ofDays(400);

    /** The cookie of one token type, and its companion; names without prefix. */
    public record Slot(String name, String path, String csrfName, String csrfPath) {}

    /** How long a browser keeps a token cookie. */
    public enum Persistence {
        /** As long as the token lives. */
        TOKEN_LIFE,
        /** For a configured time, but no longer than the token lives. */
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

    public Slot slot(TokenType type) {
        return type == TokenType.ACCESS ? access : refresh;
    }

    /** The name on the wire of the cookie of this type: with the strictest prefix that the attributes allow (RFC 6265bis §4.1.3). */
    public String name(TokenType type) {
        Slot slot = slot(type);
        if (!prefixed || !secure || hasPrefix(slot.name())) {
            return slot.name();
        }
        boolean host = domain == null && slot.path().equals("/");
        return (host ? "__Host-" : "__Secure-") + slot.name();
    }

    /** The name of the companion of this type; scripts look for it, so it is never prefixed. */
    public String csrfName(TokenType type) {
        return slot(type).csrfName();
    }

    /** Whether one companion serves both tokens. */
    boolean sharesCompanion() {
        return access.csrfName().equals(refresh.csrfName())
                && access.csrfPath().equals(refresh.csrfPath());
    }

    /** What keeps these settings from working, a sentence each with its mend; empty when nothing does. */
    public List<String> problems() {
        return new CookieProblems(this).all();
    }

    static boolean hasPrefix(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("__host-") || lower.startsWith("__secure-");
    }
}
