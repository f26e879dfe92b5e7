package dev.jeton.spring;

import dev.jeton.web.JwtRequirement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a handler says about its requests.
 *
 * @param stated whether it says anything
 * @param requirement what it requires, or null for nothing
 */
record RouteRule(boolean stated, @Nullable JwtRequirement requirement) {
    static final RouteRule SILENT = new RouteRule(false, null);
    static final RouteRule PUBLIC = new RouteRule(true, null);

    static RouteRule of(JwtRequirement requirement) {
        return new RouteRule(true, requirement);
    }

    /** What this rule demands and the other one does not, a clause each. */
    List<String> lostIn(RouteRule other) {
        if (requirement == null) {
            return List.of();
        }
        return other.requirement == null
                ? List.of("a token")
                : lost(requirement, other.requirement);
    }

    private static List<String> lost(JwtRequirement wanted, JwtRequirement left) {
        List<String> lost = new ArrayList<>();
        addIf(!wanted.isOptional() && left.isOptional(), "a token", lost);
        addIf(!wanted.types().containsAll(left.types()), "the type", lost);
        addIf(wanted.isFresh() && !left.isFresh(), "freshness", lost);
        addIf(isLonger(left.maxAuthAge(), wanted.maxAuthAge()), "the age", lost);
        addIf(wanted.isSameOrigin() && !left.isSameOrigin(), "the origin", lost);
        addIf(wanted.isRevocationChecked() && !left.isRevocationChecked(), "revocation", lost);
        addIf(isWider(left.locations(), wanted.locations()), "the locations", lost);
        addIf(!left.scopes().containsAll(wanted.scopes()), "scopes", lost);
        addIf(isWider(orNull(left.roles()), orNull(wanted.roles())), "roles", lost);
        addIf(wanted.where() != null && wanted.where() != left.where(), "conditions", lost);
        addIf(!wanted.by().equals(left.by()), "the Jeton", lost);
        return lost;
    }

    private static void addIf(boolean isLost, String clause, List<String> lost) {
        if (isLost) {
            lost.add(clause);
        }
    }

    private static boolean isLonger(@Nullable Duration age, @Nullable Duration limit) {
        return limit != null && (age == null || age.compareTo(limit) > 0);
    }

    private static <T> boolean isWider(@Nullable List<T> some, @Nullable List<T> limit) {
        return limit != null && (some == null || !limit.containsAll(some));
    }

    private static @Nullable List<String> orNull(List<String> names) {
        return names.isEmpty() ? null : names;
    }
}
