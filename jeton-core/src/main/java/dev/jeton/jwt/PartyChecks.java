package dev.jeton.jwt;

import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISMATCH;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISSING;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISTYPED;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.UNEXPECTED;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimRules.AcceptedFrom;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** Who issued a token and for whom: {@code iss} and {@code aud} (RFC 7519 §4.1.1, §4.1.3; RFC 8725 §3.8, §3.9). */
final class PartyChecks {
    private final Set<String> issuers;
    private final Set<String> audiences;

    PartyChecks(JwtSettings.Accepting settings) {
        this.issuers = settings.issuers();
        this.audiences = settings.audiences();
    }

    /** The exact string: no prefix, no other case, no array. */
    void checkIssuer(Examination token) {
        Object iss = token.claim("iss");
        if (issuers.isEmpty() || token.rules.accepted() == AcceptedFrom.ANYONE) {
            boolean odd = !(iss instanceof String) && token.has("iss");
            if (odd && !token.allows(Allowance.UNEXPECTED_ISSUER)) {
                token.failMistyped("iss");
            }
        } else if (!token.has("iss")) {
            token.fail(Reason.ISSUER_REFUSED, "iss", MISSING);
        } else if (!(iss instanceof String issuer)) {
            token.fail(Reason.ISSUER_REFUSED, "iss", MISTYPED);
        } else if (!issuers.contains(issuer)) {
            token.fail(Reason.ISSUER_REFUSED, "iss", MISMATCH);
        }
    }

    /** A token that is meant for others is refused, also where this application has no name of its own. */
    void checkAudience(Examination token) {
        if (token.rules.accepted() == AcceptedFrom.ANYONE) {
            return;
        }
        Object aud = token.claim("aud");
        boolean present =
                token.has("aud") && !(isEmpty(aud) && token.allows(Allowance.EMPTY_AUDIENCE));
        if (audiences.isEmpty()) {
            if (present && !token.allows(Allowance.UNEXPECTED_AUDIENCE)) {
                token.fail(Reason.AUDIENCE_REFUSED, "aud", UNEXPECTED);
            }
        } else if (!present) {
            token.fail(Reason.AUDIENCE_REFUSED, "aud", MISSING);
        } else if (!isStrings(aud)) {
            token.fail(Reason.AUDIENCE_REFUSED, "aud", MISTYPED);
        } else if (!namesOneOf(aud)) {
            token.fail(Reason.AUDIENCE_REFUSED, "aud", MISMATCH);
        }
    }

    private static boolean isEmpty(@Nullable Object aud) {
        return aud == null || aud.equals("") || aud instanceof List<?> list && list.isEmpty();
    }

    private static boolean isStrings(@Nullable Object aud) {
        return aud instanceof String
                || aud instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private boolean namesOneOf(@Nullable Object aud) {
        return aud instanceof List<?> list
                ? list.stream().anyMatch(audiences::contains)
                : aud instanceof String one && audiences.contains(one);
    }
}
