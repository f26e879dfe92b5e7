package dev.jeton.jwt;

import static dev.jeton.jwt.wire.ClaimFailure.Kind.FUTURE;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISTYPED;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.OUT_OF_RANGE;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.PAST;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.ClaimRules.ExpiryRule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** The times of a token: {@code exp}, {@code nbf} and {@code iat} (RFC 7519 §4.1.4 to §4.1.6). */
final class TimeChecks {
    private static final long NO_BOUND = Long.MAX_VALUE;
    private static final Duration LONGEST =
            Duration.between(java.time.Instant.EPOCH, NumericDates.LAST);

    private final long skew;
    private final long maxAge;

    TimeChecks(JwtSettings.Accepting settings) {
        this.skew = settings.skew().toMillis();
        this.maxAge = bound(settings.maxTokenAge());
    }

    private static long bound(@Nullable Duration maxTokenAge) {
        return maxTokenAge == null || maxTokenAge.compareTo(LONGEST) > 0
                ? NO_BOUND
                : maxTokenAge.toMillis();
    }

    /** Reads the three times, and checks all about them but whether the token has expired. */
    void check(Examination token) {
        boolean needsExp = !token.allows(Allowance.MISSING_EXP);
        token.expiresAt = time(token, "exp", needsExp, NumericDates.NEVER);
        long notBefore = time(token, "nbf", false, NumericDates.LONG_AGO);
        token.issuedAt = time(token, "iat", maxAge != NO_BOUND, NumericDates.LONG_AGO);
        checkOrder(token, notBefore);
        checkNotBefore(token, notBefore);
        checkIssuedAt(token);
    }

    /** RFC 7519 §2: a NumericDate is a JSON number, a fraction included. */
    private static long time(Examination token, String claim, boolean required, long absent) {
        Object value = token.claim(claim);
        if (value == null && !token.has(claim)) {
            if (required) {
                token.failMistyped(claim);
            }
            return absent;
        }
        long millis = millis(token, value);
        if (millis == NumericDates.MISTYPED || millis == NumericDates.OUT_OF_RANGE) {
            ClaimFailure.Kind kind = millis == NumericDates.MISTYPED ? MISTYPED : OUT_OF_RANGE;
            token.fail(Reason.CLAIM_INVALID, claim, kind);
            return absent;
        }
        return millis;
    }

    private static long millis(Examination token, @Nullable Object value) {
        Object number =
                token.allows(Allowance.DIGITS_AS_NUMBERS) ? NumericDates.digits(value) : value;
        long millis = token.allows(Allowance.ANY_DATE)
                ? NumericDates.anyMillis(number)
                : NumericDates.millis(number);
        boolean whole = token.rules.expiry() != ExpiryRule.AT_EXP;
        return whole && millis >= 0 && millis != NumericDates.NEVER
                ? millis - millis % 1000
                : millis;
    }

    private static void checkOrder(Examination token, long notBefore) {
        boolean contradiction = token.expiresAt <= token.issuedAt || token.expiresAt < notBefore;
        if (contradiction && !token.allows(Allowance.INCONSISTENT_TIMES)) {
            token.fail(Reason.CLAIM_INVALID, "exp", OUT_OF_RANGE);
        }
    }

    /** RFC 7519 §4.1.5: a token must not be accepted before its {@code nbf}. */
    private void checkNotBefore(Examination token, long notBefore) {
        if (notBefore > token.now + skew) {
            token.fail(Reason.NOT_YET_VALID, "nbf", FUTURE);
        }
    }

    /** RFC 7519 §4.1.6: a token from the future was dated by a clock that is wrong, or by an attacker. */
    private void checkIssuedAt(Examination token) {
        if (token.issuedAt > token.now + skew && !token.allows(Allowance.FUTURE_ISSUED_AT)) {
            token.fail(Reason.NOT_YET_VALID, "iat", FUTURE);
        }
    }

    /** RFC 7519 §4.1.4: a token must not be accepted on or after its {@code exp}; nor when it is older than it may be. */
    void checkExpiry(Examination token) {
        if (isExpired(token)) {
            token.fail(Reason.EXPIRED, "exp", PAST);
        }
        if (maxAge != NO_BOUND && token.issuedAt < token.now - skew - maxAge && token.has("iat")) {
            token.fail(Reason.EXPIRED, "iat", PAST);
        }
    }

    private boolean isExpired(Examination token) {
        long latest = token.now - skew;
        return switch (token.rules.expiry()) {
            case AT_EXP, AT_WHOLE_EXP -> latest >= token.expiresAt;
            case AFTER_WHOLE_EXP -> token.now / 1000 * 1000 - skew > token.expiresAt;
        };
    }
}
