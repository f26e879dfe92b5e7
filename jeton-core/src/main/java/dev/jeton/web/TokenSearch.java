package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.TokenFinder;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Looks through the locations of a route in order; the first that holds something is the only one used. */
final class TokenSearch {
    private static final Found IN_BOTH = new Found.Refused(
            Reason.REQUEST_AMBIGUOUS, "a token in the header and one in the query");

    private final List<Location> configured;
    private final Map<Location, TokenFinder> finders;
    private final WireProfile profile;

    TokenSearch(WebSettings settings) {
        configured = settings.locations();
        profile = settings.profile();
        finders = profile.finders().apply(settings);
    }

    /** The locations of a route with this requirement, in order. */
    List<Location> locations(JwtRequirement requirement) {
        List<Location> own = requirement.locations();
        List<Location> locations = own == null ? configured : own;
        boolean refresh = requirement.types().get(0) == TokenType.REFRESH;
        return refresh ? profile.refreshLocations().apply(locations) : locations;
    }

    /** What the first location holds that is not empty, or null. */
    @Nullable
    Found find(Attempt attempt) {
        for (Location location : attempt.locations) {
            Found found = look(location, attempt);
            if (found instanceof Found.Absent absent) {
                attempt.note(location, absent.note());
            } else {
                return take(found, location, attempt);
            }
        }
        return null;
    }

    private Found take(Found found, Location location, Attempt attempt) {
        boolean ambiguous = isAmbiguous(location, attempt);
        attempt.location = ambiguous ? Location.QUERY_STRING : location;
        Found taken = ambiguous ? IN_BOTH : found;
        if (taken instanceof Found.Refused refused) {
            attempt.note(location, refused.note());
        } else {
            attempt.token = (Found.Token) taken;
        }
        return taken;
    }

    /** RFC 6750 §2: a client sends its token by one method only. */
    private boolean isAmbiguous(Location location, Attempt attempt) {
        Location other = location == Location.HEADERS
                ? Location.QUERY_STRING
                : location == Location.QUERY_STRING ? Location.HEADERS : null;
        return other != null
                && profile.headerExcludesQuery()
                && attempt.locations.contains(other)
                && !(look(other, attempt) instanceof Found.Absent);
    }

    private Found look(Location location, Attempt attempt) {
        TokenFinder finder = finders.get(location);
        return finder == null
                ? new Found.Absent("this profile does not look there")
                : finder.find(attempt.parts, attempt.requirement);
    }
}
