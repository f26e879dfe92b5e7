package dev.jeton.web.wire;

import dev.jeton.internal.Ids;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.wire.ClaimLayout;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.web.Location;
import dev.jeton.web.WebRequest;
import dev.jeton.web.WebSettings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Everything in which one wire format differs from another. What is accepted is the core's to decide, by these values; a profile
 * finds tokens, orders reports, words refusals and lays out claims.
 *
 * @param name as {@code report()} tells it
 * @param accessRules how claims of access tokens are judged
 * @param refreshRules how claims of refresh tokens are judged
 * @param layout the layout of claims, given the configured name of the subject claim
 * @param ids draws {@code jti} and double-submit values
 * @param mergesGivenClaims whether given claims and headers join the hooks' (else they replace them)
 * @param finders where tokens are found, given the settings
 * @param refreshLocations the locations of refresh routes, given the route's or the configured ones
 * @param accessChecks the checks of access tokens, in order
 * @param refreshChecks the checks of refresh tokens, in order
 * @param cookies what cookies and double-submit values are like
 * @param exempt requests that pass every protection without being looked at, unless a header overrides their method
 * @param headerExcludesQuery whether a token in the header and one in the query at once are ambiguous
 * @param unknownUsersPass whether a user that is not found is no refusal
 * @param forgiveness what an optional route forgives
 * @param answers the wording of refusals, given the settings
 */
public record WireProfile(
        String name,
        ClaimRules accessRules,
        ClaimRules refreshRules,
        Function<String, ClaimLayout> layout,
        Ids ids,
        boolean mergesGivenClaims,
        Function<WebSettings, Map<Location, TokenFinder>> finders,
        UnaryOperator<List<Location>> refreshLocations,
        List<Check> accessChecks,
        List<Check> refreshChecks,
        CookieRules cookies,
        Predicate<WebRequest> exempt,
        boolean headerExcludesQuery,
        boolean unknownUsersPass,
        Forgiveness forgiveness,
        Function<WebSettings, Answers> answers) {
    public List<Check> checks(TokenType type) {
        return type == TokenType.ACCESS ? accessChecks : refreshChecks;
    }

    /** Whether the request passes every protection without being looked at. */
    public boolean isExempt(WebRequest request) {
        return exempt.test(request) && !Methods.isOverridden(request);
    }
}
