package dev.jeton.spring;

import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;

/** Gives functional handlers a rule that the guard can see; behind filters of the application's it cannot, so it is enforced here too. */
record FluxFunctions(RouteRule rule)
        implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private record Ruled(RouteRule rule, HandlerFunction<ServerResponse> handler)
            implements HandlerFunction<ServerResponse>, RouteRules.Carrier {
        @Override
        public Mono<ServerResponse> handle(ServerRequest request) {
            return rule.requirement() == null
                    ? handler.handle(request)
                    : JetonWebFlux.authenticate(request.exchange(), rule.requirement())
                            .flatMap(outcome -> handler.handle(request));
        }
    }

    @Override
    public HandlerFunction<ServerResponse> apply(HandlerFunction<ServerResponse> handler) {
        return new Ruled(rule, handler);
    }

    @Override
    public Mono<ServerResponse> filter(
            ServerRequest request, HandlerFunction<ServerResponse> next) {
        return apply(next).handle(request);
    }
}
