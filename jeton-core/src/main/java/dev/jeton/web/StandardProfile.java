package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.internal.RandomIds;
import dev.jeton.jwt.StandardLayout;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.web.wire.Check;
import dev.jeton.web.wire.CookieRules;
import dev.jeton.web.wire.Forgiveness;
import dev.jeton.web.wire.Methods;
import dev.jeton.web.wire.WireProfile;

import java.util.List;
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
                StandardFinders::of,
                UnaryOperator.identity(),
                ORDER,
                ORDER,
                CookieRules.STANDARD,
                Methods::isPreflight,
                true,
                false,
                new StaleCookies(),
                ProblemAnswers::new);
    }

    /** A browser cannot stop sending a cookie that has expired or been revoked: it counts as absent, and is cleared. */
    private static final class StaleCookies implements Forgiveness {
        private static final Set<Reason> STALE =
                Set.of(Reason.EXPIRED, Reason.REVOKED, Reason.SESSION_ENDED);

        @Override
        public boolean forgives(Refusal refusal) {
            return refusal.location().filter(Location.COOKIES::equals).isPresent()
                    && STALE.contains(refusal.reason());
        }

        @Override
        public boolean clearsCookie() {
            return true;
        }
    }
}
