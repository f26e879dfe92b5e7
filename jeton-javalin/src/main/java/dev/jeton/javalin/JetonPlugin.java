package dev.jeton.javalin;

import dev.jeton.Jeton;
import dev.jeton.JetonExchange;
import dev.jeton.JetonResolver;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.plugin.Plugin;
import io.javalin.security.RouteRole;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Protects the routes that have the role {@link #jwtRequired()}; without this plugin the role protects nothing. Register it before
 * handlers of your own for {@code beforeMatched}, which may then ask for the token. Handlers for errors and those that run after
 * others see a refusal like any answer. Needs Javalin's own server.
 */
public final class JetonPlugin extends Plugin<Void> {
    private final JetonResolver jetons;

    /** Decides by the Jeton of the name that a route asks for; {@code default} unless it says so with {@code by}.
     * @throws dev.jeton.failure.SettingsException when two share a name or a cookie */
    public JetonPlugin(Jeton... jetons) {
        this(JetonResolver.of(jetons));
    }

    /** Decides by the Jeton that is found for each request. */
    public JetonPlugin(JetonResolver jetons) {
        super(null, null);
        this.jetons = jetons;
    }

    /** Watches over the routes. What handlers throw over their tokens is answered as a refusal.
     * @throws dev.jeton.failure.SettingsException for a route added later that requires what there is not */
    @Override
    public void onInitialize(JavalinState state) {
        RouteGuard guard = new RouteGuard(state);
        state.routes.beforeMatched(guard::check);
        state.routes.wsBeforeUpgrade(guard::check);
        state.routes.exception(DeniedException.class, DeniedException::answer);
        state.routes.exception(TokenRejectedException.class, RouteGuard::answerFailure);
        state.routes.exception(CheckUnavailableException.class, RouteGuard::answerFailure);
        state.jetty.modifyServletContextHandler(new ExchangeFilter(jetons)::install);
        // else a token is taken for an earlier one of the connection that differs in case only
        state.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
    }

    /** Checks the routes.
     * @throws dev.jeton.failure.SettingsException when one requires what there is not */
    @Override
    public void onStart(JavalinState state) {
        new RouteCheck(jetons).check(state);
    }

    /** The role of a route that wants a good access token. A route has one such role; the roles of others beside it are theirs. */
    public static RouteRole jwtRequired() {
        return new JwtRequired(JwtRequirement.required());
    }

    /** The role of a route with these requirements: {@code jwtRequired(r -> r.fresh().locations(HEADERS))}. */
    public static RouteRole jwtRequired(UnaryOperator<JwtRequirement> options) {
        return new JwtRequired(JwtRequirement.of(options));
    }

    /** Requires something of the request in a handler, before it reads the body. A refused request leaves the handler by an
     * exception that is answered; do not catch it. */
    public static Outcome authenticate(Context ctx, JwtRequirement requirement) {
        return RouteGuard.require(ctx, requirement);
    }

    /** The token that the request was let through with.
     * @throws IllegalStateException when the route is unprotected, or the request anonymous */
    public static VerifiedJwt jwt(Context ctx) {
        return exchange(ctx).jwt();
    }

    /** The token that the request was let through with, or empty. */
    public static Optional<VerifiedJwt> optionalJwt(Context ctx) {
        return exchange(ctx).optionalJwt();
    }

    /** The user that the lookup found for {@link #jwt}, as what the caller takes it for.
     * @throws IllegalStateException as there, and when no user lookup is configured */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T> T user(Context ctx) {
        return (T) exchange(ctx).user();
    }

    /** What became of the request: where the token stood, and whether there was one. */
    public static Outcome authentication(Context ctx) {
        return exchange(ctx).outcome();
    }

    /** All that was found out about the request, by several Jetons perhaps. */
    public static JetonExchange exchange(Context ctx) {
        return ExchangeFilter.exchange(ctx);
    }
}
