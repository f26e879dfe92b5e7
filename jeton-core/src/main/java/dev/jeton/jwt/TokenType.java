package dev.jeton.jwt;

import java.util.Locale;

/** What a token is for; written as the claim {@code type}. */
public enum TokenType {
    /** Opens protected routes. */
    ACCESS,
    /** Opens refresh routes, and nothing else. */
    REFRESH;

    private final String claim = name().toLowerCase(Locale.ROOT);

    /** The value on the wire: {@code access} or {@code refresh}. */
    public String claim() {
        return claim;
    }
}
