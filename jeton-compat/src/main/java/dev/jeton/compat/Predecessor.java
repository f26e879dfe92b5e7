package dev.jeton.compat;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A library whose tokens, requests and answers Jeton can speak. */
public enum Predecessor {
    FLASK_JWT_EXTENDED("Flask-JWT-Extended 4.7"),
    QUART_JWT_EXTENDED("Quart-JWT-Extended 0.1"),
    FASTJWT("FastJWT 0.4");

    private final String title;

    Predecessor(String title) {
        this.title = title;
    }

    /** Name and version of the library. */
    public String title() {
        return title;
    }

    /**
     * Begins an application with the library's own options, such as {@code JWT_TOKEN_LOCATION}. Values are Java's: text,
     * {@code Boolean}, numbers (seconds, where a time is meant), {@code Duration}, lists of text, or null; text alone will do
     * for each, the members of a list then separated by commas. Secrets, issuers and audiences are literal text.
     */
    public CompatBuilder with(Map<String, ? extends @Nullable Object> options) {
        return new CompatBuilder(this, options);
    }
}
