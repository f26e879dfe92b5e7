package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

/** What Spring Security asks of Jeton about a request, in front of the handler's own rule. */
final class SecurityRequirements {
    /** Who the request is from, if anyone: a token that is no good makes nobody of it. */
    static final JwtRequirement ANYONE = JwtRequirement.required().optional();

    /** Somebody. */
    static final JwtRequirement SOMEBODY = JwtRequirement.required();

    private SecurityRequirements() {}

    /** Somebody else than the bearer of this token. */
    static JwtRequirement somebodyElse(Outcome.Authenticated outcome) {
        return JwtRequirement.of(r -> r.anyType()
                .withoutRevocationCheck()
                .locations(outcome.location())
                .by(Jeton.DEFAULT_NAME)
                .where(jwt -> false));
    }
}
