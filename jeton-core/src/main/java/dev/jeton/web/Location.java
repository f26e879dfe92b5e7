package dev.jeton.web;

/** Where a request may carry a token. */
public enum Location {
    /** A header field, {@code Authorization: Bearer} unless configured (RFC 6750 §2.1). */
    HEADERS,
    /** A cookie; the only location that a browser sends by itself, and so the only one with CSRF protection. */
    COOKIES,
    /** A parameter of the query string (RFC 6750 §2.3). It ends up in logs and histories: reported at start-up. */
    QUERY_STRING,
    /** A member of an {@code application/json} body. */
    JSON
}
