package dev.jeton.hostile.fuzz;

import dev.jeton.Jeton;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole request, before every kind of route and with all locations: without a good token nobody is authenticated. Tokens that are
 * expired, early, foreign, forged, tampered with or of the other type are at hand.
 */
final class RequestTarget implements Target<List<Outcome>> {
    private static final List<JwtRequirement> REQUIREMENTS = List.of(
            JwtRequirement.required(),
            JwtRequirement.of(r -> r.optional()),
            JwtRequirement.of(r -> r.optional().sameOrigin()),
            JwtRequirement.of(r -> r.fresh().scopes("read")));

    private final Jeton jeton =
            Fixture.jeton(Location.HEADERS, Location.COOKIES, Location.QUERY_STRING, Location.JSON);

    @Override
    public List<Outcome> call(byte[] input) {
        String text = Placeholders.filledWithBad(new String(input, StandardCharsets.ISO_8859_1));
        HttpText request = HttpText.of(text);
        List<Outcome> outcomes = new ArrayList<>();
        for (JwtRequirement requirement : REQUIREMENTS) {
            outcomes.add(RequestJudge.decide(jeton, requirement, request));
        }
        return outcomes;
    }

    @Override
    public void judge(byte[] input, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            RequestJudge.judge(outcome);
            Property.holds(
                    !(outcome instanceof Outcome.Authenticated),
                    "without a good token nobody is authenticated");
        }
        Property.holds(
                !(outcomes.get(0) instanceof Outcome.Anonymous),
                "nobody is anonymous where a token is required");
    }
}
