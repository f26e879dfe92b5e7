package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.JetonExchange;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import java.util.Optional;

/**
 * What Spring Security asks of Jeton about a request, in front of the handler's own rule.
 *
 * @param anyone who the request is from, if anyone: a token that is no good makes nobody of it
 * @param somebody the same of a request that must be from somebody
 */
record SecurityRequirements(JwtRequirement anyone, JwtRequirement somebody) {
    static final SecurityRequirements DEFAULT = by(Jeton.DEFAULT_NAME);

    static SecurityRequirements by(String name) {
        JwtRequirement somebody = JwtRequirement.required().by(name);
        return new SecurityRequirements(somebody.optional(), somebody);
    }

    /** Whether it has been decided who the request is from: the handler's rule may say so, and is not gone behind. */
    static boolean isDecided(JetonExchange exchange) {
        return exchange.decided()
                .filter(last ->
                        last instanceof Outcome.Authenticated || last instanceof Outcome.Anonymous)
                .isPresent();
    }

    /** The bearer whom the last rule has let through, or empty. */
    static Optional<Outcome.Authenticated> admitted(JetonExchange exchange) {
        return exchange.decided()
                .filter(Outcome.Authenticated.class::isInstance)
                .map(Outcome.Authenticated.class::cast);
    }

    /** The refusal of a request whose bearer lacks what Spring Security wants. */
    static Optional<Outcome.Denied> refusal(JetonExchange exchange) {
        return exchange.afterFailure(new TokenRejectedException(Reason.APPLICATION_REFUSED));
    }
}
