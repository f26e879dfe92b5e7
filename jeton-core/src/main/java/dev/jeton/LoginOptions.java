package dev.jeton;

import dev.jeton.jwt.TokenOptions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the application says of one login; everything it leaves out is the configuration's. */
public final class LoginOptions {
    final TokenOptions access = new TokenOptions();
    final TokenOptions refresh = new TokenOptions();

    LoginOptions() {}

    /** The access token is fresh: the user has just proved who they are. */
    public LoginOptions fresh() {
        access.fresh();
        return this;
    }

    /** The access token is fresh for this long. */
    public LoginOptions freshFor(Duration window) {
        access.freshFor(window);
        return this;
    }

    /** How long the access token lives, in place of the configured time. */
    public LoginOptions accessLifetime(Duration life) {
        access.lifetime(life);
        return this;
    }

    /** How long the refresh token lives, in place of the configured time; with a denylist no longer than the configured lives. */
    public LoginOptions refreshLifetime(Duration life) {
        refresh.lifetime(life);
        return this;
    }

    /** When the user proved who they are, where that is not now. */
    public LoginOptions authTime(Instant time) {
        access.authTime(time);
        refresh.authTime(time);
        return this;
    }

    /** The scopes of this login; they survive refreshing. */
    public LoginOptions scopes(String... scopes) {
        access.scopes(scopes);
        refresh.scopes(scopes);
        return this;
    }

    /** The roles of this login; they survive refreshing. */
    public LoginOptions roles(String... roles) {
        access.roles(roles);
        refresh.roles(roles);
        return this;
    }

    /** One more claim of both tokens; it survives refreshing. */
    public LoginOptions claim(String name, @Nullable Object value) {
        access.claim(name, value);
        refresh.claim(name, value);
        return this;
    }

    /** More claims of both tokens; they survive refreshing. */
    public LoginOptions claims(Map<String, ? extends @Nullable Object> more) {
        access.claims(more);
        refresh.claims(more);
        return this;
    }

    /** More JOSE header parameters of both tokens. */
    public LoginOptions headers(Map<String, ? extends @Nullable Object> more) {
        access.headers(more);
        refresh.headers(more);
        return this;
    }

    /** The audience of both tokens in place of the configured one. */
    public LoginOptions audience(String... values) {
        access.audience(values);
        refresh.audience(values);
        return this;
    }
}
