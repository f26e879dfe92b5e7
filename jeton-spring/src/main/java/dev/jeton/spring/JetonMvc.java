package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the handlers of Spring MVC ask about their requests, and how functional routes say what they require. */
public final class JetonMvc {
    private JetonMvc() {}

    /** Requires a good access token of the requests for functional routes: {@code route().filter(jwtRequired())}. */
    public static HandlerFilterFunction<ServerResponse, ServerResponse> jwtRequired() {
        return jwtRequired(requirement -> requirement);
    }

    /** Requires this of the requests for functional routes: {@code jwtRequired(r -> r.fresh().locations(HEADERS))}. */
    public static HandlerFilterFunction<ServerResponse, ServerResponse> jwtRequired(
            UnaryOperator<JwtRequirement> options) {
        return new MvcFunctions(RouteRule.of(JwtRequirement.of(options)));
    }

    /** Requires nothing of the requests for functional routes, whatever holds for others. */
    public static HandlerFilterFunction<ServerResponse, ServerResponse> publicRoute() {
        return new MvcFunctions(RouteRule.PUBLIC);
    }

    /** Requires something of the request in a handler, before it reads the body. A refused request leaves the handler by an
     * exception that is answered; do not catch it. */
    public static Outcome authenticate(
            ServletRequest request, HttpServletResponse response, JwtRequirement requirement) {
        Outcome outcome = exchange(request).authenticate(requirement);
        if (outcome instanceof Outcome.Denied denied) {
            throw new DeniedException(denied);
        }
        MvcGuard.addHeaders(outcome, response);
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
