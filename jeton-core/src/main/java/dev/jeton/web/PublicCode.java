package dev.jeton.web;

import dev.jeton.failure.Reason;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What a client is told of a {@link Reason}: fewer codes, so that answers do not tell a forger how far a token came. */
enum PublicCode {
    TOKEN_MISSING(401, null, "A token is required."),
    REQUEST_INVALID(
            400, "invalid_request", "The request carries its token ambiguously or unreadably."),
    TOKEN_INVALID(401, "invalid_token", "The token is not valid."),
    TOKEN_TYPE_REFUSED(401, "invalid_token", "The token is of another type than this route takes."),
    TOKEN_EXPIRED(401, "invalid_token", "The token has expired."),
    TOKEN_REVOKED(401, "invalid_token", "The token has been revoked."),
    FRESH_TOKEN_REQUIRED(
            401, "insufficient_user_authentication", "A more recent authentication is required."),
    CSRF_MISSING(403, null, "The CSRF value is missing."),
    CSRF_MISMATCH(403, null, "The CSRF value is not the token's."),
    ORIGIN_REFUSED(403, null, "The request comes from an origin that is not trusted."),
    REFUSED(403, null, "The token does not permit this."),
    SCOPE_MISSING(403, "insufficient_scope", "The token lacks a scope."),
    UNAVAILABLE(503, null, "The token cannot be checked at the moment."),
    ERROR(500, null, "The token could not be checked.");

    private final int status;
    private final @Nullable String error;
    private final String detail;
    private final String text = name().toLowerCase(Locale.ROOT);

    PublicCode(int status, @Nullable String error, String detail) {
        this.status = status;
        this.error = error;
        this.detail = detail;
    }

    static PublicCode of(Reason reason) {
        return switch (reason) {
            case TOKEN_MISSING -> TOKEN_MISSING;
            case REQUEST_AMBIGUOUS, BODY_UNREADABLE -> REQUEST_INVALID;
            case MALFORMED,
                    HEADER_INVALID,
                    ALGORITHM_REFUSED,
                    KEY_UNKNOWN,
                    SIGNATURE_INVALID,
                    CLAIM_INVALID,
                    NOT_YET_VALID,
                    AUDIENCE_REFUSED,
                    ISSUER_REFUSED,
                    USER_UNKNOWN -> TOKEN_INVALID;
            case TYPE_REFUSED -> TOKEN_TYPE_REFUSED;
            case EXPIRED -> TOKEN_EXPIRED;
            case REVOKED, SESSION_ENDED, REFRESH_REUSED -> TOKEN_REVOKED;
            case NOT_FRESH -> FRESH_TOKEN_REQUIRED;
            case CSRF_MISSING -> CSRF_MISSING;
            case CSRF_MISMATCH -> CSRF_MISMATCH;
            case ORIGIN_REFUSED -> ORIGIN_REFUSED;
            case APPLICATION_REFUSED -> REFUSED;
            case SCOPE_MISSING -> SCOPE_MISSING;
            case CHECK_UNAVAILABLE -> UNAVAILABLE;
            case ERROR -> ERROR;
        };
    }

    int status() {
        return status;
    }

    /** The {@code error} of the challenge, or null for none. */
    @Nullable
    String error() {
        return error;
    }

    /** The {@code title}: the status phrase, for the type is {@code about:blank} (RFC 9457 §4.2.1). */
    String phrase() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }

    /** The {@code detail}: a sentence for developers. */
    String detail() {
        return detail;
    }

    /** The {@code code} of the problem body. */
    String text() {
        return text;
    }
}
