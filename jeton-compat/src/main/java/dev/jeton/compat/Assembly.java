package dev.jeton.compat;

import dev.jeton.CookieOptions;
import dev.jeton.CsrfOptions;
import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.TokenSettings;
import dev.jeton.failure.SettingsException;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.TokenType;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.Location;
import dev.jeton.web.TokenCheck;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Translates a predecessor's options and callbacks into those of the core. */
final class Assembly {
    /** What the predecessors call a year. */
    private static final Duration YEAR = Duration.ofSeconds(31_540_000);

    private final CompatBuilder from;
    private final Options options;
    private final List<String> problems;
    private final SignatureKeys keys;
    private final JetonBuilder to = Jeton.builder();

    Assembly(CompatBuilder from) {
        this.from = from;
        this.options = from.options;
        this.problems = options.problems();
        this.keys = new SignatureKeys(options);
    }

    CompatJeton build() {
        Wording wording = Wordings.of(options, keys.names());
        AnswerBook book = Wordings.book(options, from.answers);
        to.name(from.name).clock(from.clock).profile(Profiles.of(options, wording, book));
        setPlaces();
        to.tokens(this::setTokens).cookies(this::setCookies).csrf(this::setCsrf);
        setHooks();
        if (from.implicitRefresh) {
            checkImplicitRefresh();
            to.renewal(jeton ->
                    new CookieRenewal(new CompatJeton(jeton, options, wording, book), from.clock));
        }
        return new CompatJeton(jeton(), options, wording, book);
    }

    private Jeton jeton() {
        KeyRing ring = keys.ring();
        if (ring != null) {
            to.keys(KeySource.of(ring));
        }
        try {
            Jeton jeton = ring == null ? null : to.build();
            if (jeton != null && problems.isEmpty()) {
                return jeton;
            }
        } catch (SettingsException more) {
            problems.addAll(more.problems());
        }
        throw new SettingsException(problems.stream().distinct().toList());
    }

    private void setPlaces() {
        Location[] places = options.texts("TOKEN_LOCATION").stream()
                .map(this::location)
                .filter(Objects::nonNull)
                .toArray(Location[]::new);
        to.locations(places)
                .headerName(options.name("HEADER_NAME"))
                .headerScheme(options.text("HEADER_TYPE"))
                .queryParameter(options.name("QUERY_STRING_NAME"))
                .jsonAccessMember(options.name("JSON_KEY"))
                .jsonRefreshMember(options.name("REFRESH_JSON_KEY"));
        if (options.predecessor() == Predecessor.FLASK_JWT_EXTENDED) {
            to.queryPrefix(options.text("QUERY_STRING_VALUE_PREFIX"));
        }
    }

    private @Nullable Location location(String name) {
        String query = options.predecessor() == Predecessor.FASTJWT ? "query" : "query_string";
        if (name.equals("headers") || name.equals("cookies") || name.equals("json")) {
            return Location.valueOf(name.toUpperCase(Locale.ROOT));
        }
        if (name.equals(query)) {
            return Location.QUERY_STRING;
        }
        problems.add("JWT_TOKEN_LOCATION knows no \"" + name + "\": take of headers, cookies, "
                + query + " and json");
        return null;
    }

    private void setTokens(TokenSettings tokens) {
        setLifetimes(tokens);
        boolean fastJwt = options.predecessor() == Predecessor.FASTJWT;
        Duration leeway = fastJwt ? null : options.time("DECODE_LEEWAY");
        tokens.clockSkew(leeway == null ? Duration.ZERO : leeway)
                .acceptedIssuers(options.texts("DECODE_ISSUER").toArray(String[]::new))
                .acceptedAudiences(options.texts("DECODE_AUDIENCE").toArray(String[]::new))
                .subjectClaim(fastJwt ? "sub" : options.name("IDENTITY_CLAIM"));
        if (options.predecessor() == Predecessor.FLASK_JWT_EXTENDED) {
            tokens.insecureClaimOverrides();
        }
    }

    private void setLifetimes(TokenSettings tokens) {
        tokens.insecureTokensWithoutExpiry();
        Duration access = options.time("ACCESS_TOKEN_EXPIRES");
        Duration refresh = options.time("REFRESH_TOKEN_EXPIRES");
        if (access == null) {
            tokens.insecureUnlimitedAccessLifetime();
        } else {
            tokens.accessLifetime(access);
        }
        if (refresh == null) {
            tokens.insecureUnlimitedRefreshLifetime();
        } else {
            tokens.refreshLifetime(refresh);
        }
    }

    private void setCookies(CookieOptions cookies) {
        cookies.accessName(options.name("ACCESS_COOKIE_NAME"))
                .refreshName(options.name("REFRESH_COOKIE_NAME"))
                .accessPath(options.text("ACCESS_COOKIE_PATH"))
                .refreshPath(options.text("REFRESH_COOKIE_PATH"))
                .accessCsrfName(options.name("ACCESS_CSRF_COOKIE_NAME"))
                .refreshCsrfName(options.name("REFRESH_CSRF_COOKIE_NAME"))
                .accessCsrfPath(options.text("ACCESS_CSRF_COOKIE_PATH"))
                .refreshCsrfPath(options.text("REFRESH_CSRF_COOKIE_PATH"))
                .withoutPrefixes();
        when(options.optionalText("COOKIE_DOMAIN"), cookies::domain);
        if (!options.isOn("COOKIE_SECURE")) {
            cookies.insecureWithoutSecure();
        }
        if (!CompatJeton.hasCsrfCookies(options)) {
            cookies.withoutCsrfCookies();
        }
        setSameSite(cookies);
        setPersistence(cookies);
    }

    private void setSameSite(CookieOptions cookies) {
        String value = options.text("COOKIE_SAMESITE");
        switch (value.toLowerCase(Locale.ROOT)) {
            case "" -> cookies.insecureWithoutSameSite();
            case "strict" -> cookies.sameSite("Strict");
            case "lax" -> cookies.sameSite("Lax");
            case "none" -> cookies.sameSite("None");
            default ->
                problems.add("JWT_COOKIE_SAMESITE is \"" + value
                        + "\": take Strict, Lax or None, or leave it out");
        }
    }

    private void setPersistence(CookieOptions cookies) {
        Duration maxAge;
        if (options.predecessor() == Predecessor.FASTJWT) {
            maxAge = options.time("COOKIE_MAX_AGE");
        } else {
            maxAge = options.isOn("SESSION_COOKIE") ? null : YEAR;
        }
        if (maxAge == null) {
            cookies.sessionCookies();
        } else {
            cookies.maxAge(maxAge);
        }
    }

    private void setCsrf(CsrfOptions csrf) {
        String both = options.predecessor() == Predecessor.QUART_JWT_EXTENDED
                ? options.text("CSRF_HEADER_NAME")
                : "";
        csrf.accessHeader(both.isEmpty() ? options.name("ACCESS_CSRF_HEADER_NAME") : both)
                .refreshHeader(both.isEmpty() ? options.name("REFRESH_CSRF_HEADER_NAME") : both)
                .accessField(options.name("ACCESS_CSRF_FIELD_NAME"))
                .refreshField(options.name("REFRESH_CSRF_FIELD_NAME"))
                .insecureOnlyMethods(options.texts("CSRF_METHODS").stream()
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .toArray(String[]::new));
        if (options.isOn("CSRF_CHECK_FORM")) {
            csrf.form();
        }
        if (!options.isOn("COOKIE_CSRF_PROTECT")) {
            csrf.insecureWithoutCsrfProtection();
        }
    }

    private void setHooks() {
        to.identity(this::subject)
                .additionalClaims(this::claims)
                .additionalHeaders(
                        (given, type) -> from.headers.apply(Identity.unwrap(given), type))
                .signingKeyFor(given ->
                        CompatBuilder.key(keys, from.signingKey.apply(Identity.unwrap(given))));
        Function<@Nullable String, @Nullable String> chosen = from.verifyingKey;
        if (chosen != null) {
            to.verifyingKeyByKid(kid -> CompatBuilder.key(keys, chosen.apply(kid)));
        }
        when(from.users, to::users);
        when(check(), to::check);
        when(revocation(), to::revocation);
    }

    private @Nullable Object subject(Object given) {
        Object identity = from.identity.apply(Identity.unwrap(given));
        return options.predecessor() == Predecessor.FASTJWT
                ? FastJwtModel.subject(identity)
                : identity;
    }

    /** Quart-JWT-Extended asks for the user claims of refresh tokens only where it was told to. */
    private Map<String, ? extends @Nullable Object> claims(Object given, TokenType type) {
        boolean asks = options.predecessor() != Predecessor.QUART_JWT_EXTENDED
                || type == TokenType.ACCESS
                || options.isOn("CLAIMS_IN_REFRESH_TOKEN");
        return asks ? from.claims.apply(Identity.unwrap(given), type) : Map.of();
    }

    private @Nullable TokenCheck check() {
        TokenCheck own = from.check;
        if (options.predecessor() != Predecessor.FASTJWT) {
            return own;
        }
        return jwt -> FastJwtModel.fits(jwt.claims()) && (own == null || own.accepts(jwt));
    }

    private @Nullable RevocationCheck revocation() {
        RevocationCheck own = from.revocation;
        if (options.predecessor() != Predecessor.QUART_JWT_EXTENDED) {
            return own;
        }
        boolean enabled = options.isOn("BLACKLIST_ENABLED");
        if (enabled && own == null) {
            problems.add("JWT_BLACKLIST_ENABLED is on, but nobody knows what is revoked: "
                    + "give a revocation callback, or leave the option out");
        }
        List<String> types = options.texts("BLACKLIST_TOKEN_CHECKS");
        return enabled && own != null
                ? jwt -> types.contains(jwt.type().claim()) && own.isRevoked(jwt)
                : null;
    }

    private void checkImplicitRefresh() {
        if (options.predecessor() != Predecessor.FASTJWT) {
            problems.add("implicit refresh is FastJWT's: "
                    + options.predecessor().title() + " has no such middleware");
        }
    }

    private static <T> void when(@Nullable T value, Consumer<? super T> consumer) {
        if (value != null) {
            consumer.accept(value);
        }
    }
}
