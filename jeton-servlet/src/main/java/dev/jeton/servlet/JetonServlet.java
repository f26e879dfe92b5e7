package dev.jeton.servlet;

import dev.jeton.JetonExchange;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Optional;

/** What servlets ask about the requests of an application that {@link JetonFilters} watch over. */
public final class JetonServlet {
    private JetonServlet() {}

    /** Requires something of the request in a servlet, before it reads the body. A refused request is answered, and leaves the
     * servlet by an exception that the filters take; do not catch it. */
    public static Outcome authenticate(
            HttpServletRequest request, HttpServletResponse response, JwtRequirement requirement)
            throws IOException {
        Outcome outcome = exchange(request).authenticate(requirement);
        if (outcome instanceof Outcome.Denied denied) {
            RuleFilter.send(denied, response);
            throw new DeniedException(denied.refusal());
        }
        RuleFilter.addHeaders(outcome, response);
        return outcome;
    }

    /** The token that the request was let through with.
     * @throws IllegalStateException when nothing is required of the request, or it is anonymous */
    public static VerifiedJwt jwt(ServletRequest request) {
        return exchange(request).jwt();
    }

    /** The token that the request was let through with, or empty. */
    public static Optional<VerifiedJwt> optionalJwt(ServletRequest request) {
        return exchange(request).optionalJwt();
    }

    /** The user that the lookup found for {@link #jwt}, as what the caller takes it for.
     * @throws IllegalStateException as there, and when no user lookup is configured */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T> T user(ServletRequest request) {
        return (T) exchange(request).user();
    }

    /** What became of the request: where the token stood, and whether there was one. */
    public static Outcome authentication(ServletRequest request) {
        return exchange(request).outcome();
    }

    /** All that was found out about the request, by several Jetons perhaps. */
    public static JetonExchange exchange(ServletRequest request) {
        return GuardedRequest.exchange(request);
    }
}
