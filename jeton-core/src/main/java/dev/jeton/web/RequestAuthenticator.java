package dev.jeton.web;

import dev.jeton.jwt.JwtVerifier;
import dev.jeton.web.wire.Renewal;

/**
 * Decides about requests: the life of a request, from its token to the outcome. Safe for use by many threads.
 */
public final class RequestAuthenticator {
    private final WebSettings settings;
    private final JwtVerifier verifier;

    // To be completed: see API.md, room web. The flow of Attempt.run():
    //   exempt? -> Unchecked
    //   TokenSearch over the locations (Found.Token | nothing | Found.Refused)
    //   nothing -> optional ? Anonymous : refuse(TOKEN_MISSING)
    //   verifier.examine(text)  (TokenRejectedException -> refuse)
    //   a failure other than EXPIRED -> refuse(first of them)
    //   for each Check of profile.checks(type): failing -> refuse
    //   Authenticated
    // refuse: requirement optional and forgiven -> Anonymous (clearing the cookie where the
    // location is COOKIES)
    //   else Denied(refusal, override or profile answer)
    // CheckUnavailableException -> CHECK_UNAVAILABLE; any other RuntimeException of a hook ->
    // ERROR, logged with a reference

    @SuppressWarnings("exports")
    public RequestAuthenticator(
            WebSettings settings, JwtVerifier verifier, TokenCookies cookies, Renewal renewal) {
        this.settings = settings;
        this.verifier = verifier;
    }

    /** What deciding about this request takes. */
    public Needs needs(WebRequest request, JwtRequirement requirement) {
        throw new AssertionError("web helper");
    }

    /** Decides about a request of a protected route. Never throws what a client can cause. */
    public Outcome authenticate(WebRequest request, JwtRequirement requirement) {
        throw new AssertionError("web helper");
    }

    /** The outcome of an unprotected route: nothing is looked at, cookies may still be renewed. */
    public Outcome unprotected(WebRequest request) {
        throw new AssertionError("web helper");
    }
}
