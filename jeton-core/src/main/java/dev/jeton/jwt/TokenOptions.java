package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the application says of one token to be issued; everything it leaves out is the configuration's. */
public final class TokenOptions {
    private @Nullable Object fresh;
    private @Nullable Duration lifetime;
    private boolean withoutExpiry;
    private @Nullable List<String> audience;
    private @Nullable Instant authTime;
    private @Nullable String sessionId;
    private @Nullable String csrf;
    private @Nullable Map<String, @Nullable Object> claims;
    private @Nullable Map<String, @Nullable Object> headers;

    /** Nothing but what is configured. */
    public TokenOptions() {}

    /** The token is fresh as long as it lives: the user has just proved who they are. */
    public TokenOptions fresh() {
        return fresh(true);
    }

    /** Whether the token is fresh; not unless said. A refresh token never is. */
    public TokenOptions fresh(boolean isFresh) {
        fresh = isFresh;
        return this;
    }

    /** The token is fresh for this long, and a plain access token afterwards. */
    public TokenOptions freshFor(Duration window) {
        fresh = Objects.requireNonNull(window);
        return this;
    }

    /** The token's life in place of the configured one. */
    public TokenOptions lifetime(Duration life) {
        lifetime = Objects.requireNonNull(life);
        return this;
    }

    /** The token never expires; refused unless the configuration has {@code insecureTokensWithoutExpiry}. */
    public TokenOptions insecureWithoutExpiry() {
        withoutExpiry = true;
        return this;
    }

    /** The audience in place of the configured one (RFC 7519 §4.1.3); none named, none written. */
    public TokenOptions audience(String... values) {
        audience = List.of(values);
        return this;
    }

    /** When the user last proved who they are, to the second (OpenID Connect Core §2, {@code auth_time}). */
    public TokenOptions authTime(Instant time) {
        authTime = time;
        return this;
    }

    /** The claim {@code scope}: a blank-separated list (RFC 8693 §4.2). */
    public TokenOptions scopes(String... scopes) {
        return claim("scope", String.join(" ", scopes));
    }

    /** The claim {@code roles}: an array of strings. */
    public TokenOptions roles(String... roles) {
        return claim("roles", List.of(roles));
    }

    /** One more claim, stronger than one of the additional-claims hook. Registered names are refused when the token is issued. */
    public TokenOptions claim(String name, @Nullable Object value) {
        if (claims == null) {
            claims = new LinkedHashMap<>();
        }
        claims.put(Objects.requireNonNull(name), value);
        return this;
    }

    /** More claims; an empty map counts as given. */
    public TokenOptions claims(Map<String, ? extends @Nullable Object> more) {
        if (claims == null) {
            claims = new LinkedHashMap<>();
        }
        claims.putAll(more);
        return this;
    }

    /** More JOSE header parameters. What follows from the key and the token, such as {@code alg}, {@code kid} and {@code typ}, is
     * refused when the token is issued. */
    public TokenOptions headers(Map<String, ? extends @Nullable Object> more) {
        if (headers == null) {
            headers = new LinkedHashMap<>();
        }
        headers.putAll(more);
        return this;
    }

    /** The login session that the token belongs to, and its double-submit value; null for none, and for one to be drawn. */
    public TokenOptions session(@Nullable String sid, @Nullable String csrfValue) {
        sessionId = sid;
        csrf = csrfValue;
        return this;
    }

    @Nullable
    Object freshness() {
        return fresh;
    }

    @Nullable
    Duration lifetime() {
        return lifetime;
    }

    boolean isWithoutExpiry() {
        return withoutExpiry;
    }

    @Nullable
    List<String> givenAudience() {
        return audience;
    }

    @Nullable
    Instant authTime() {
        return authTime;
    }

    @Nullable
    String sessionId() {
        return sessionId;
    }

    @Nullable
    String csrf() {
        return csrf;
    }

    @Nullable
    Map<String, @Nullable Object> claims() {
        return claims;
    }

    @Nullable
    Map<String, @Nullable Object> headers() {
        return headers;
    }
}
