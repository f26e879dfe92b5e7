package dev.jeton.failure;

import java.util.Locale;

/** Why a token or a request was refused: a closed set of stable names for logs, metrics, events. */
public enum Reason {
    /** No location held a token. */
    TOKEN_MISSING,
    /** One location held several tokens, or two locations that exclude each other held one. */
    REQUEST_AMBIGUOUS,
    /** The body had to be read for a token and is too large, or not a strict JSON object. */
    BODY_UNREADABLE,
    /** Not a compact JWS of strict base64url segments (RFC 7515 §7.1). */
    MALFORMED,
    /** The JOSE header is not acceptable: `crit`, `b64`, `zip`, a wrong `typ`, a mistyped member. */
    HEADER_INVALID,
    /** The header names an algorithm that no key of the ring has. */
    ALGORITHM_REFUSED,
    /** No key answers to the token's `kid` and `alg`. */
    KEY_UNKNOWN,
    /** The signature does not hold. */
    SIGNATURE_INVALID,
    /** A claim is missing, mistyped or out of range; the claim is named. */
    CLAIM_INVALID,
    /** `nbf` or `iat` lie in the future (RFC 7519 §4.1.5). */
    NOT_YET_VALID,
    /** `aud` does not name this application (RFC 7519 §4.1.3). */
    AUDIENCE_REFUSED,
    /** `iss` is not an accepted issuer (RFC 7519 §4.1.1). */
    ISSUER_REFUSED,
    /** An access token on a refresh route, or the other way round. */
    TYPE_REFUSED,
    /** `exp` has passed (RFC 7519 §4.1.4). */
    EXPIRED,
    /** The token was revoked. */
    REVOKED,
    /** The login session was ended, or has outlived its limits. */
    SESSION_ENDED,
    /** A spent refresh token was used again. */
    REFRESH_REUSED,
    /** The route wants a fresh token, or a more recent authentication (RFC 9470). */
    NOT_FRESH,
    /** A cookie token came without the double-submit value. */
    CSRF_MISSING,
    /** The double-submit value is not the one inside the token. */
    CSRF_MISMATCH,
    /** An unsafe cookie request came from another origin that is not trusted. */
    ORIGIN_REFUSED,
    /** The application's own check, a role or `where` said no. */
    APPLICATION_REFUSED,
    /** A scope that the route wants is not in the token (RFC 6750 §3.1). */
    SCOPE_MISSING,
    /** The user lookup does not know the subject. */
    USER_UNKNOWN,
    /** A check could not be made: neither good nor bad. */
    CHECK_UNAVAILABLE,
    /** A hook of the application failed. */
    ERROR;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The stable name, such as {@code signature_invalid}. */
    public String code() {
        return code;
    }
}
