package dev.jeton.web;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.HookLog;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;
import dev.jeton.web.wire.Check;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.Renewal;
import dev.jeton.web.wire.WireProfile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides about requests: the life of a request, from its token to the outcome. Safe for use by many threads. */
public final class RequestAuthenticator {
    private final WireProfile profile;
    private final int bodyLimit;
    private final JwtVerifier verifier;
    private final Origins origins;
    private final TokenSearch search;
    private final Checks checks;
    private final Completions completions;
    private final Refusals refusals;
    private final Foresight foresight;

    @SuppressWarnings("exports")
    public RequestAuthenticator(
            WebSettings settings, JwtVerifier verifier, TokenCookies cookies, Renewal renewal) {
        this.origins = new Origins(settings.csrf().trustedOrigins());
        HookLog log = new HookLog("dev.jeton.web", settings.clock());
        this.profile = settings.profile();
        this.bodyLimit = settings.bodyLimit();
        this.verifier = verifier;
        this.search = new TokenSearch(settings);
        this.checks = new Checks(settings, origins);
        this.completions = new Completions(cookies, renewal, origins, log);
        this.refusals = new Refusals(settings, cookies, completions, log);
        this.foresight = new Foresight(settings, search);
    }

    /** What deciding about this request takes. */
    public Needs needs(WebRequest request, JwtRequirement requirement) {
        return foresight.of(request, requirement);
    }

    /** The longest body that is looked at, in bytes; for adapters that read it beforehand. */
    public int bodyLimit() {
        return bodyLimit;
    }

    /** Whether answers of unprotected routes may be completed too: cookies are renewed. */
    public boolean isRenewing() {
        return completions.renews();
    }

    /** The outcome of an unprotected route: nothing is looked at, cookies may still be renewed. */
    public Outcome unprotected(WebRequest request) {
        return new Outcome.Unchecked(completions.of(request));
    }

    /** Decides about a request of a protected route. Never throws what a client can cause. */
    public Outcome authenticate(WebRequest request, JwtRequirement requirement) {
        if (profile.isExempt(request)) {
            return unprotected(request);
        }
        Attempt attempt = attempt(request, requirement);
        try {
            return decide(attempt);
        } catch (Exception failed) {
            return refusals.failed(attempt, failed);
        }
    }

    /**
     * The outcome of a request whose handler failed with this, where that is about its token: a {@link TokenRejectedException} or a
     * {@link CheckUnavailableException} of {@code jeton.refresh} or {@code jeton.logout}, for example. Empty for anything else.
     */
    public Optional<Outcome.Denied> afterFailure(
            WebRequest request, JwtRequirement requirement, Throwable failure) {
        Attempt attempt = attempt(request, requirement);
        if (failure instanceof TokenRejectedException rejected) {
            return Optional.of(refusals.refuseHandled(attempt, rejected));
        }
        return failure instanceof CheckUnavailableException unavailable
                ? Optional.of(refusals.failed(attempt, unavailable))
                : Optional.empty();
    }

    private Attempt attempt(WebRequest request, JwtRequirement requirement) {
        return new Attempt(request, requirement, search.locations(requirement), bodyLimit);
    }

    private Outcome decide(Attempt attempt) {
        if (attempt.requirement.isSameOrigin() && origins.isCrossOrigin(attempt.request)) {
            return refusals.refuse(attempt, Reason.ORIGIN_REFUSED, null);
        }
        Found found = search.find(attempt);
        if (found == null) {
            return missing(attempt);
        }
        if (found instanceof Found.Refused refused) {
            return refusals.refuse(attempt, refused.reason(), null);
        }
        Examined examined;
        try {
            examined = verifier.examine(((Found.Token) found).text());
        } catch (TokenRejectedException rejected) {
            return refusals.refuse(attempt, rejected.reason(), rejected.claim());
        }
        attempt.examined = examined;
        VerifiedJwt jwt = examined.jwt();
        return jwt == null ? badClaims(attempt, examined) : check(attempt, jwt);
    }

    private Outcome missing(Attempt attempt) {
        return attempt.requirement.isOptional()
                ? new Outcome.Anonymous(List.of(), completions.of(attempt))
                : refusals.refuse(attempt, Reason.TOKEN_MISSING, null);
    }

    /** Before the type and times of a token are worth a look, all its other claims must be good. */
    private Outcome badClaims(Attempt attempt, Examined examined) {
        for (ClaimFailure failure : examined.failures()) {
            if (failure.reason() != Reason.EXPIRED) {
                return refusals.refuse(attempt, failure.reason(), failure.claim());
            }
        }
        throw new IllegalStateException("a token without a failure but its expiry is verified");
    }

    private Outcome check(Attempt attempt, VerifiedJwt jwt) {
        for (Check check : profile.checks(attempt.checkedAs(jwt))) {
            Reason reason = checks.failing(check, jwt, attempt);
            if (reason != null) {
                return refusals.refuse(attempt, reason, null);
            }
        }
        Location location = Objects.requireNonNull(attempt.location);
        return new Outcome.Authenticated(
                jwt,
                location,
                attempt.user,
                Completions.ofLocation(location),
                completions.of(attempt));
    }
}
