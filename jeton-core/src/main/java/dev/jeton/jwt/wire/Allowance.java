package dev.jeton.jwt.wire;

/** One way in which claims may be looser than Jeton's own rules; each that is in force is reported at start-up. */
public enum Allowance {
    /** A token without {@code exp} never expires. */
    MISSING_EXP("tokens without exp are accepted and never expire"),
    /** A token whose {@code jti} is absent or empty is accepted, and cannot be revoked. */
    MISSING_JTI("tokens without jti are accepted, and cannot be revoked"),
    /** {@code jti} may be any JSON value. */
    ANY_JTI("jti may be any JSON value"),
    /** {@code sid} may be any JSON value; one that is no string is in no session. */
    ANY_SESSION_ID("sid may be any JSON value"),
    /** The subject claim may be absent. */
    MISSING_SUBJECT("tokens without a subject are accepted"),
    /** The subject claim may be an empty string. */
    EMPTY_SUBJECT("the subject may be empty"),
    /** The subject claim may be any JSON value but absent. */
    ANY_SUBJECT("the subject may be any JSON value"),
    /** {@code sub} may be any JSON value where another claim holds the subject. */
    ANY_SUB_BESIDE("sub is not looked at where another claim holds the subject"),
    /** Tokens may be issued with any JSON value as the subject, or none. */
    UNCHECKED_ISSUED_SUBJECT("tokens are issued with any JSON value as the subject"),
    /** {@code iss} is not looked at where none is configured. */
    UNEXPECTED_ISSUER("iss is ignored where none is configured"),
    /** {@code aud} is not looked at where none is configured. */
    UNEXPECTED_AUDIENCE("aud is ignored where none is configured"),
    /** {@code aud} that is an empty string or array, or null, counts as absent. */
    EMPTY_AUDIENCE("an empty aud counts as absent"),
    /** {@code iat} may lie in the future. */
    FUTURE_ISSUED_AT("iat may lie in the future"),
    /** A NumericDate may be a string of at most 18 digits, with a sign or without. */
    DIGITS_AS_NUMBERS("times may be strings of digits"),
    /** A NumericDate may lie outside the years 1970 to 9999. */
    ANY_DATE("times may lie outside 1970 to 9999"),
    /** {@code exp} may come before {@code iat} or {@code nbf}. */
    INCONSISTENT_TIMES("exp may come before iat or nbf"),
    /** A token may be issued that is expired, or no longer fresh, from the start. */
    NEGATIVE_LIFETIMES("tokens may be issued that have expired already"),
    /** The header's {@code typ} and {@code cty} are not looked at, and the application may give them. */
    ANY_TYP("the header's typ and cty are not looked at");

    private final String report;

    Allowance(String report) {
        this.report = report;
    }

    /** The line of the start-up report. */
    public String report() {
        return report;
    }
}
