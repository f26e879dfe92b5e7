package dev.jeton.spring;

import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Gives functional handlers a rule that the guard can see. */
record MvcFunctions(RouteRule rule)
        implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private record Ruled(RouteRule rule, HandlerFunction<ServerResponse> handler)
            implements HandlerFunction<ServerResponse>, RouteRules.Carrier {
        @Override
        public ServerResponse handle(ServerRequest request) throws Exception {
            require(rule, request);
            return handler.handle(request);
        }
    }

    @Override
    public HandlerFunction<ServerResponse> apply(HandlerFunction<ServerResponse> handler) {
        return new Ruled(rule, handler);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        return apply(next).handle(request);
    }

    /** Behind filters of the application's the guard does not see the rule, so it is enforced here. */
    private static void require(RouteRule rule, ServerRequest request) {
        JwtRequirement requirement = rule.requirement();
        if (requirement != null
                && JetonMvc.exchange(request.servletRequest()).authenticate(requirement)
                        instanceof Outcome.Denied denied) {
            throw new DeniedException(denied);
        }
    }
}
