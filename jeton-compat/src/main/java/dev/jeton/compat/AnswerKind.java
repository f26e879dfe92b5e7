package dev.jeton.compat;

/** The causes that a predecessor's application can answer in its own way. */
public enum AnswerKind {
    /** A token that has expired; for FastJWT such a token is {@link #INVALID}. */
    EXPIRED(401),
    /** A token or a header that is no good. */
    INVALID(422),
    /** No token, or no double-submit value, or a wrong one. */
    UNAUTHORIZED(401),
    /** A token that is not fresh. */
    NEEDS_FRESH(401),
    /** A token that was revoked. */
    REVOKED(401),
    /** A token of a user that is not there. */
    UNKNOWN_USER(401),
    /** A token that the application's own check refuses. */
    VERIFICATION_FAILED(400);

    private final int status;

    AnswerKind(int status) {
        this.status = status;
    }

    /** The status of the usual answer. */
    int status() {
        return status;
    }
}
