package dev.jeton.web;

import dev.jeton.jwt.TokenType;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.CookieSettings.Slot;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Writes token cookies and their CSRF companions, and clears them (RFC 6265bis §4.1). Safe for use by many threads. */
public final class TokenCookies {
    static final HttpHeader NO_STORE = new HttpHeader("Cache-Control", "no-store");

    private static final List<TokenType> BOTH = List.of(TokenType.values());

    private final CookieSettings settings;
    private final boolean companions;
    private final Clock clock;

    public TokenCookies(CookieSettings settings, CsrfSettings csrf, Clock clock) {
        this.settings = settings;
        this.companions = settings.companions() && csrf.protect();
        this.clock = clock;
    }

    /** What one call says in place of the configuration. */
    public record Options(
            @Nullable Duration maxAge, @Nullable String domain, boolean session) {
        /** As configured. */
        public static final Options CONFIGURED = new Options(null, null, false);

        /** The browser keeps the cookies for this long, but no longer than the token lives. */
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

    /**
     * A token about to become a cookie.
     *
     * @param csrf the double-submit value inside it, or null where there is none: no companion is set then
     * @param expiresAt the bound of its Max-Age, or null for none
     */
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

    /** As {@link #set(List, Options)}, for one token. */
    public List<HttpHeader> set(Token token, Options options) {
        return set(List.of(token), options);
    }

    /**
     * The fields that set these tokens' cookies and their companions, and {@code Cache-Control: no-store}.
     *
     * @throws IllegalArgumentException for a cookie of over 4,096 bytes, naming the sizes; for a text that no cookie can hold;
     *     for a Max-Age of over 400 days; or for a domain that the cookies' prefix excludes
     */
    public List<HttpHeader> set(List<Token> tokens, Options options) {
        CookieWriter writer = writer(options);
        for (Token token : tokens) {
            Slot slot = settings.slot(token.type());
            @Nullable Duration age = age(token, options);
            writer.add(name(token.type()), token.text(), slot.path(), true, age);
            if (token.csrf() != null && companions) {
                writer.add(
                        slot.csrfName(),
                        token.csrf(),
                        slot.csrfPath(),
                        false,
                        companionAge(age, options));
            }
        }
        return writer.fields();
    }

    /** As {@link #unset(Collection, Options)}, for one type. */
    public List<HttpHeader> unset(TokenType type, Options options) {
        return unset(List.of(type), options);
    }

    /**
     * The fields that clear the cookies of these types and their companions. A companion that both types share stays while one
     * of them does.
     */
    public List<HttpHeader> unset(Collection<TokenType> types, Options options) {
        CookieWriter writer = writer(options);
        for (TokenType type : types) {
            Slot slot = settings.slot(type);
            writer.clear(name(type), slot.path(), true);
            if (companions && (!settings.sharesCompanion() || types.containsAll(BOTH))) {
                writer.clear(slot.csrfName(), slot.csrfPath(), false);
            }
        }
        return writer.fields();
    }

    /** The fields that clear the token cookies of these types with and without the configured domain, whichever the browser has. */
    List<HttpHeader> unsetVariants(Collection<TokenType> types) {
        List<HttpHeader> fields = new ArrayList<>();
        for (@Nullable String domain : variants()) {
            CookieWriter writer = new CookieWriter(settings, domain);
            types.forEach(type -> writer.clear(name(type), settings.slot(type).path(), true));
            fields.addAll(writer.cookies());
        }
        fields.add(NO_STORE);
        return fields;
    }

    private List<@Nullable String> variants() {
        List<@Nullable String> variants = new ArrayList<>();
        variants.add(null);
        if (settings.domain() != null) {
            variants.add(settings.domain());
        }
        return variants;
    }

    /** The name of the cookie of this type on the wire, prefix included. */
    public String name(TokenType type) {
        return settings.name(type);
    }

    /** The name of the companion of this type on the wire. */
    public String csrfName(TokenType type) {
        return settings.csrfName(type);
    }

    private CookieWriter writer(Options options) {
        String domain = options.domain() == null ? settings.domain() : options.domain();
        return new CookieWriter(settings, domain);
    }

    /** The token cookie's Max-Age, or null for none. */
    private @Nullable Duration age(Token token, Options options) {
        if (options.session()
                || options.maxAge() == null && settings.persistence() == Persistence.SESSION) {
            return null;
        }
        Duration asked = options.maxAge() != null
                ? options.maxAge()
                : settings.persistence() == Persistence.FIXED ? settings.fixedMaxAge() : null;
        if (asked != null && asked.compareTo(CookieSettings.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "browsers keep a cookie for 400 days at most: give a shorter Max-Age");
        }
        return shorter(asked == null ? CookieSettings.LONGEST : asked, token.expiresAt());
    }

    private Duration shorter(Duration asked, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        if (expiresAt == null || expiresAt.isAfter(now.plus(asked))) {
            return asked;
        }
        Duration left = Duration.between(now, expiresAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** A companion of both tokens must not go with the shorter-lived one: the other could not be used any more. */
    private @Nullable Duration companionAge(@Nullable Duration age, Options options) {
        Duration least = settings.companionLife();
        if (least == null
                || age == null
                || options.maxAge() != null
                || !settings.sharesCompanion()) {
            return age;
        }
        Duration bounded = Collections.min(List.of(least, CookieSettings.LONGEST));
        return Collections.max(List.of(bounded, age));
    }
}
