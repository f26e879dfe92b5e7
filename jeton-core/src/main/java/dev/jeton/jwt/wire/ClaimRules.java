package dev.jeton.jwt.wire;

import dev.jeton.jwt.TokenType;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/** How the claims of one token type are judged. Values only: the checks themselves are the verifier's. */
public record ClaimRules(
        Set<Allowance> allowances, TypeRule type, ExpiryRule expiry, AcceptedFrom accepted) {
    /** How the claim {@code type} is read. */
    public enum TypeRule {
        /** {@code access} or {@code refresh}, to the letter. */
        EXACT,
        /** As {@link #EXACT}, and a missing one is an access token. */
        MISSING_IS_ACCESS,
        /** Whatever is not {@code refresh} is an access token. */
        ANYTHING_BUT_REFRESH_IS_ACCESS,
        /** As {@link #ANYTHING_BUT_REFRESH_IS_ACCESS}, but a route that wants access tokens takes {@code access} only. */
        EXACT_WHERE_A_ROUTE_ASKS
    }

    /** When a token is expired, with the skew added to {@code exp}. */
    public enum ExpiryRule {
        /** From the very moment of {@code exp} on (RFC 7519 §4.1.4). */
        AT_EXP,
        /** As {@link #AT_EXP}; the fraction of each time in the token is cut off. */
        AT_WHOLE_EXP,
        /** From the first whole second after {@code exp} on; fractions are cut off. */
        AFTER_WHOLE_EXP
    }

    /** Whether {@code iss} and {@code aud} are compared with what is configured. */
    public enum AcceptedFrom {
        /** As configured. */
        CONFIGURED,
        /** Whoever signed: neither is compared. */
        ANYONE
    }

    /** Jeton's own rules: nothing is allowed that need not be. */
    public static final ClaimRules STRICT =
            new ClaimRules(Set.of(), TypeRule.EXACT, ExpiryRule.AT_EXP, AcceptedFrom.CONFIGURED);

    public ClaimRules {
        allowances = allowances.isEmpty() ? Set.of() : Set.copyOf(allowances);
    }

    public boolean allows(Allowance allowance) {
        return allowances.contains(allowance);
    }

    /** Whether a token that is read as an access token, and says this of itself, opens routes for access tokens. */
    public boolean opensAccessRoutes(@Nullable Object saidType) {
        return type != TypeRule.EXACT_WHERE_A_ROUTE_ASKS
                || TokenType.ACCESS.claim().equals(saidType);
    }

    /** These rules with one more allowance. */
    public ClaimRules allowing(Allowance allowance) {
        EnumSet<Allowance> more = EnumSet.of(allowance);
        more.addAll(allowances);
        return new ClaimRules(more, type, expiry, accepted);
    }
}
