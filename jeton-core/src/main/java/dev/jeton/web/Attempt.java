package dev.jeton.web;

import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.jwt.wire.Examined;
import dev.jeton.web.wire.Evidence;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.RequestParts;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One request on its way to an outcome, and what has become known of it so far. */
final class Attempt {
    final WebRequest request;
    final JwtRequirement requirement;
    final List<Location> locations;
    final RequestParts parts;

    /** Where the search ended; null while nothing was found. */
    @Nullable
    Location location;

    Found.@Nullable Token token;

    @Nullable
    Examined examined;

    @Nullable
    Object user;

    private @Nullable Map<Location, String> notes;

    Attempt(
            WebRequest request,
            JwtRequirement requirement,
            List<Location> locations,
            int bodyLimit) {
        this.request = request;
        this.requirement = requirement;
        this.locations = locations;
        this.parts = new RequestParts(request, bodyLimit);
    }

    void note(Location place, String note) {
        if (notes == null) {
            notes = new EnumMap<>(Location.class);
        }
        notes.put(place, note);
    }

    /** Whose checks apply: those of the type that the route wants, or of the token's own where the route takes any. */
    TokenType checkedAs(VerifiedJwt jwt) {
        List<TokenType> types = requirement.types();
        return types.size() == 1 ? types.get(0) : jwt.type();
    }

    Evidence evidence() {
        Map<Location, String> all = notes == null ? Map.of() : notes;
        return token == null
                ? new Evidence(all, locations, null, null, false, null)
                : new Evidence(
                        all, locations, token.text(), token.csrf(), token.csrfNeeded(), examined);
    }
}
