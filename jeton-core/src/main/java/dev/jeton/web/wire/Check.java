package dev.jeton.web.wire;

/**
 * A check of a token whose signature holds and whose claims are good but for the expiry. A profile orders them; the order changes
 * only which failure is reported.
 */
public enum Check {
    EXPIRY,
    CSRF,
    TYPE,
    FRESH,
    REVOKED,
    APPLICATION,
    USER
}
