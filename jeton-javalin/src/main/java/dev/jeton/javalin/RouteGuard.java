package dev.jeton.javalin;

import dev.jeton.JetonExchange;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Enforces the matched route's requirement before its handler: the route that Javalin found, whatever the path looked like. */
record RouteGuard(JavalinState state) {
    void check(Context ctx) {
        check(ctx, ctx.routeRoles());
        check(ctx, rolesOfGet(ctx));
    }

    private static void check(Context ctx, Set<RouteRole> roles) {
        for (RouteRole role : roles) {
            if (role instanceof JwtRequired required) {
                require(ctx, required.requirement());
            }
        }
    }

    /** Throws what ends the handling of a refused request. */
    static Outcome require(Context ctx, JwtRequirement requirement) {
        JetonExchange exchange = ExchangeFilter.exchange(ctx);
        Outcome outcome = exchange.authenticate(requirement);
        if (outcome instanceof Outcome.Denied denied) {
            throw new DeniedException(denied);
        }
        outcome.headers().forEach(field -> ctx.res().addHeader(field.name(), field.value()));
        return outcome;
    }

    /** Answers for a handler that failed with this: what a token or a store did to it is no fault of the server. */
    static void answerFailure(RuntimeException failure, Context ctx) {
        Outcome.Denied denied =
                ExchangeFilter.exchange(ctx).afterFailure(failure).orElseThrow(() -> failure);
        new DeniedException(denied).answer(ctx);
    }

    /** Javalin answers HEAD where there is only a GET route, and then tells no roles. */
    private Set<RouteRole> rolesOfGet(Context ctx) {
        if (ctx.method() != HandlerType.HEAD || ctx.endpoints().matchedHttpEndpoint() != null) {
            return Set.of();
        }
        String path = ctx.path().substring(ctx.contextPath().length());
        ParsedEndpoint get = state.internalRouter.findFirstHttpHandlerEntry(HandlerType.GET, path);
        return get == null ? Set.of() : roles(get.endpoint.metadata(Roles.class));
    }

    static Set<RouteRole> roles(@Nullable Roles roles) {
        return roles == null ? Set.of() : roles.getRoles();
    }
}
