package dev.jeton.compat;

import dev.jeton.jwt.TokenOptions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What the application says of one token; everything it leaves out is the configuration's. */
public final class IssueOptions {
    private boolean fresh;
    private @Nullable Duration freshFor;
    private @Nullable Duration lifetime;
    private boolean neverExpires;
    private @Nullable Map<String, @Nullable Object> claims;
    private @Nullable Map<String, @Nullable Object> headers;

    /** Nothing but what is configured. */
    public IssueOptions() {}

    /** The token is fresh, or is not. */
    public IssueOptions fresh(boolean isFresh) {
        fresh = isFresh;
        return this;
    }

    /** The token is fresh for this long. */
    public IssueOptions freshFor(Duration window) {
        freshFor = window;
        return this;
    }

    /** The token's life; a negative one makes a token that has expired already. */
    public IssueOptions lifetime(Duration life) {
        lifetime = life;
        return this;
    }

    /** The token never expires. */
    public IssueOptions insecureWithoutExpiry() {
        neverExpires = true;
        return this;
    }

    /** Additional claims; an empty map counts as given. */
    public IssueOptions claims(Map<String, ? extends @Nullable Object> given) {
        claims = new LinkedHashMap<>(given);
        return this;
    }

    /** Additional JOSE header parameters; an empty map counts as given. */
    public IssueOptions headers(Map<String, ? extends @Nullable Object> given) {
        headers = new LinkedHashMap<>(given);
        return this;
    }

    /** Says all this to the core. */
    void fill(TokenOptions options) {
        options.fresh(fresh);
        tell(freshFor, options::freshFor);
        tell(lifetime, options::lifetime);
        tell(claims, options::claims);
        tell(headers, options::headers);
        if (neverExpires) {
            options.insecureWithoutExpiry();
        }
    }

    private static <T> void tell(@Nullable T value, Consumer<? super T> option) {
        if (value != null) {
            option.accept(value);
        }
    }

    @Nullable
    Map<String, @Nullable Object> headers() {
        return headers;
    }
}
