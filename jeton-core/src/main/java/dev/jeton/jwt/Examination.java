package dev.jeton.jwt;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JoseHeader;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.jwt.wire.ClaimRules.TypeRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One token under examination: what the checks look at, and what they have found. */
final class Examination {
    final JoseHeader header;
    final Map<String, @Nullable Object> claims;

    /** What the token says it is, where it says so in a way that the rules take. */
    final @Nullable TokenType type;

    final ClaimRules rules;

    /** In milliseconds, as are the times that the checks write down here. */
    final long now;

    long expiresAt = NumericDates.NEVER;
    long issuedAt = NumericDates.LONG_AGO;

    private @Nullable List<ClaimFailure> failures;

    Examination(JoseHeader header, Map<String, @Nullable Object> claims, JwtSettings settings) {
        this.header = header;
        this.claims = claims;
        this.type = typeOf(claims, settings.accessRules().type());
        this.rules = settings.rules(type);
        this.now = settings.clock().millis();
    }

    private static @Nullable TokenType typeOf(Map<String, @Nullable Object> claims, TypeRule rule) {
        Object value = claims.get("type");
        if (TokenType.REFRESH.claim().equals(value)) {
            return TokenType.REFRESH;
        }
        boolean access = TokenType.ACCESS.claim().equals(value)
                || switch (rule) {
                    case EXACT -> false;
                    case MISSING_IS_ACCESS -> !claims.containsKey("type");
                    case ANYTHING_BUT_REFRESH_IS_ACCESS, EXACT_WHERE_A_ROUTE_ASKS -> true;
                };
        return access ? TokenType.ACCESS : null;
    }

    /** The value, null also where the claim is absent. */
    @Nullable
    Object claim(String name) {
        return claims.get(name);
    }

    boolean has(String name) {
        return claims.containsKey(name);
    }

    boolean allows(Allowance allowance) {
        return rules.allows(allowance);
    }

    void fail(Reason reason, String claim, ClaimFailure.Kind kind) {
        if (failures == null) {
            failures = new ArrayList<>(2);
        }
        failures.add(new ClaimFailure(reason, claim, kind));
    }

    /** Notes that a claim is not as it must be, or not there. */
    void failMistyped(String claim) {
        fail(
                Reason.CLAIM_INVALID,
                claim,
                has(claim) ? ClaimFailure.Kind.MISTYPED : ClaimFailure.Kind.MISSING);
    }

    /** What has failed so far, in the order of the checks. */
    List<ClaimFailure> failures() {
        return failures == null ? List.of() : failures;
    }
}
