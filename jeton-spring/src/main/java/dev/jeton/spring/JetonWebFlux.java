package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the handlers of Spring WebFlux ask about their requests, and how functional routes say what they require. */
public final class JetonWebFlux {
    private JetonWebFlux() {}

    /** Requires a good access token of the requests for functional routes: {@code route().filter(jwtRequired())}. */
    public static HandlerFilterFunction<ServerResponse, ServerResponse> jwtRequired() {
        return jwtRequired(requirement -> requirement);
    }

    /** Requires this of the requests for functional routes: {@code jwtRequired(r -> r.fresh().locations(HEADERS))}. */
    public static HandlerFilterFunction<ServerResponse, ServerResponse> jwtRequired(
            UnaryOperator<JwtRequirement> options) {
        return new FluxFunctions(RouteRule.of(JwtRequirement.of(options)));
    }

    /** Requires nothing of the requests for functional routes, whatever holds for others. */
    public static HandlerFilterFunction<ServerResponse, ServerResponse> publicRoute() {
        return new FluxFunctions(RouteRule.PUBLIC);
    }

    /** Requires something of the request in a handler, before it reads the body, without blocking. A refused request leaves it by
     * an error that is answered; do not resume from it. */
    public static Mono<Outcome> authenticate(
            ServerWebExchange exchange, JwtRequirement requirement) {
        return FluxExchange.of(exchange)
                .authenticate(requirement)
                .flatMap(outcome -> goOn(outcome, exchange));
    }

    private static Mono<Outcome> goOn(Outcome outcome, ServerWebExchange exchange) {
        if (outcome instanceof Outcome.Denied denied) {
            return Mono.error(new DeniedException(denied));
        }
        FluxAnswers.addHeaders(outcome, exchange);
        return Mono.just(outcome);
    }

    /** The token that the request was let through with.
     * @throws IllegalStateException when nothing is required of the request, or it is anonymous */
    public static VerifiedJwt jwt(ServerWebExchange exchange) {
        return exchange(exchange).jwt();
    }

    /** The token that the request was let through with, or empty. */
    public static Optional<VerifiedJwt> optionalJwt(ServerWebExchange exchange) {
        return exchange(exchange).optionalJwt();
    }

    /** The token that the request of this subscriber was let through with, or empty, out of Reactor's context. */
    public static Mono<VerifiedJwt> jwt() {
        return Mono.deferContextual(
                context -> Mono.justOrEmpty(context.<JetonExchange>getOrEmpty(JetonExchange.class)
                        .flatMap(JetonExchange::optionalJwt)));
    }

    /** The user that the lookup found for the token, as what the caller takes it for.
     * @throws IllegalStateException as for the token, and when no user lookup is configured */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T> T user(ServerWebExchange exchange) {
        return (T) exchange(exchange).user();
    }

    /** What became of the request: where the token stood, and whether there was one. */
    public static Outcome authentication(ServerWebExchange exchange) {
        return exchange(exchange).outcome();
    }

    /** All that was found out about the request, by several Jetons perhaps; its key in Reactor's context is its class. */
    public static JetonExchange exchange(ServerWebExchange exchange) {
        return FluxExchange.of(exchange).jeton();
    }
}
