package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.internal.RandomIds;
import dev.jeton.jwt.StandardLayout;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.web.wire.Answers;
import dev.jeton.web.wire.Check;
import dev.jeton.web.wire.CookieRules;
import dev.jeton.web.wire.TokenFinder;
import dev.jeton.web.wire.WireProfile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Jeton's own wire format. */
public final class StandardProfile {
    private static final List<Check> ORDER = List.of(
            Check.EXPIRY,
            Check.CSRF,
            Check.TYPE,
            Check.FRESH,
            Check.REVOKED,
            Check.APPLICATION,
            Check.USER);

    private static final Set<Reason> FORGIVEN_COOKIES =
            Set.of(Reason.EXPIRED, Reason.REVOKED, Reason.SESSION_ENDED);

    private StandardProfile() {}

    /** The profile, with its own source of identifiers. */
    @SuppressWarnings("exports")
    public static WireProfile create() {
        return new WireProfile(
                "jeton",
                ClaimRules.STRICT,
                ClaimRules.STRICT,
                StandardLayout::new,
                new RandomIds(),
                true,
                StandardProfile::finders,
                UnaryOperator.identity(),
                ORDER,
                ORDER,
                CookieRules.STANDARD,
                StandardProfile::isPreflight,
                true,
                false,
                refusal -> refusal.location().filter(Location.COOKIES::equals).isPresent()
                        && FORGIVEN_COOKIES.contains(refusal.reason()),
                StandardProfile::answers);
    }

    /** A CORS preflight carries no credentials (Fetch standard, CORS-preflight fetch). */
    private static boolean isPreflight(WebRequest request) {
        return request.method().equals("OPTIONS")
                && !request.headers("Origin").isEmpty()
                && !request.headers("Access-Control-Request-Method").isEmpty();
    }

    private static Map<Location, TokenFinder> finders(WebSettings settings) {
        return Map.of(); // web room: the four finders
    }

    private static Answers answers(WebSettings settings) {
        return (refusal, evidence) -> Answer.empty(401); // web room: the table of reasons
    }
}
