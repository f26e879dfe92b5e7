package dev.jeton.hostile.tokens;

/** Why Jeton refuses a token that one of its peers accepts. There is no other reason; docs/security/differences.md explains each. */
public enum TokenRule {
    /** More than 8,192 characters. */
    TOKEN_LENGTH,
    /** A segment is not the one base64url text of its bytes (RFC 7515 §2, RFC 4648 §3.5). */
    BASE64URL,
    /** A header of more than 1,024 bytes. */
    HEADER_LENGTH,
    /** Header or claims are no JSON object (RFC 8259, RFC 7515 §4, RFC 7519 §7.2). */
    JSON_GRAMMAR,
    /** A member stands twice (RFC 7515 §4, RFC 7519 §4). */
    JSON_DUPLICATE,
    /** Header or claims are not plain UTF-8 (RFC 7515 §3, RFC 8259 §8). */
    JSON_ENCODING,
    /** Deeper, longer or greater than Jeton reads. */
    JSON_LIMIT,
    /** A parameter that no token may carry: {@code crit}, encryption, or keys (RFC 7515 §4.1.11, RFC 8725 §3.10). */
    HEADER_PARAMETER,
    /** {@code alg}, {@code kid}, {@code typ} or {@code cty} is no string, or {@code kid} is too long. */
    HEADER_TYPE,
    /** {@code alg} is not the one of the key (RFC 8725 §3.1). */
    ALGORITHM,
    /** {@code kid} names another key (RFC 7515 §4.1.4). */
    KEY_NAME,
    /** The signature is not of the form that its algorithm has (RFC 7518 §3, RFC 8037 §3.1). */
    SIGNATURE_FORM,
    /** {@code typ} or {@code cty} says that it is something else (RFC 8725 §3.11). */
    MEDIA_TYPE,
    /** {@code iss} is not the very string (RFC 7519 §4.1.1). */
    ISSUER,
    /** {@code aud} is not a string or an array of strings that names the application (RFC 7519 §4.1.3). */
    AUDIENCE,
    /** {@code sub} is no string, or an empty one (RFC 7519 §4.1.2). */
    SUBJECT,
    /** {@code type} is not the string {@code access} (RFC 8725 §3.12). */
    TYPE,
    /** {@code jti} is no string of 1 to 128 characters (RFC 7519 §4.1.7). */
    TOKEN_ID,
    /** {@code sid} is no string of 1 to 128 characters. */
    SESSION_ID,
    /** {@code exp} is absent, or a time is no number of the years 1970 to 9999 (RFC 7519 §2). */
    DATE,
    /** {@code exp} comes before {@code nbf}, or not after {@code iat}. */
    DATE_ORDER,
    /** {@code iat} lies in the future (RFC 7519 §4.1.6). */
    ISSUED_IN_FUTURE,
    /** {@code nbf} lies in the future (RFC 7519 §4.1.5). */
    NOT_YET_VALID,
    /** {@code exp} has come (RFC 7519 §4.1.4). */
    EXPIRED
}
