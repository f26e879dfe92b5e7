package dev.jeton;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of a login or a refresh, ready to be sent (RFC 6749 §5.1). */
public final class Tokens {
    private final Issued access;
    private final @Nullable Issued refresh;
    private final long expiresIn;

    Tokens(Issued access, @Nullable Issued refresh, long expiresIn) {
        this.access = access;
        this.refresh = refresh;
        this.expiresIn = expiresIn;
    }

    /** One signed token, with what a cookie needs to know of it. */
    record Issued(
            String text, @Nullable String csrf, @Nullable Instant expiresAt) {}

    /** The access token. */
    public String access() {
        return access.text();
    }

    /** The refresh token; empty where a refresh made no new one. */
    public Optional<String> refresh() {
        return Optional.ofNullable(refresh).map(Issued::text);
    }

    /** The double-submit value of both tokens, for pages and clients that send them as cookies. */
    public Optional<String> csrf() {
        return Optional.ofNullable(access.csrf());
    }

    /** Seconds that the access token lives from now on; 0 where it never expires. */
    public long expiresIn() {
        return expiresIn;
    }

    /** {@code access_token}, {@code refresh_token} where there is one, {@code token_type} and {@code expires_in}: a token response
     * in the names of RFC 6749 §5.1. */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", access());
        refresh().ifPresent(text -> members.put("refresh_token", text));
        members.put("token_type", "Bearer");
        members.put("expires_in", expiresIn);
        return members;
    }

    Issued issuedAccess() {
        return access;
    }

    @Nullable
    Issued issuedRefresh() {
        return refresh;
    }

    /** Without the tokens' text. */
    @Override
    public String toString() {
        return refresh == null ? "Tokens[access]" : "Tokens[access, refresh]";
    }
}
