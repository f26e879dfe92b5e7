package dev.jeton.hostile.fuzz;

import com.fasterxml.jackson.databind.JsonNode;

import dev.jeton.Jeton;
import dev.jeton.hostile.json.Databind;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Decides about a request, and holds every answer to what all answers must be. */
final class RequestJudge {
    private RequestJudge() {}

    /** The outcome of the request, and what is added to the answer. */
    static Outcome decide(Jeton jeton, JwtRequirement requirement, WebRequest request) {
        jeton.authenticator().needs(request, requirement);
        Outcome outcome = jeton.authenticator().authenticate(request, requirement);
        outcome.beforeCommit(200, Set.of());
        return outcome;
    }

    /** A refusal is the client's: 400, 401 or 403, with a problem that repeats no token. */
    static void judge(Outcome outcome) {
        for (HttpHeader field : outcome.headers()) {
            Property.holds(repeatsNothing(field.value()), "no field repeats a token");
        }
        if (outcome instanceof Outcome.Denied denied) {
            Property.holds(
                    Set.of(400, 401, 403).contains(denied.answer().status()),
                    "a client causes no other answer than 400, 401 and 403");
            judgeBody(denied.answer().body());
            List<HttpHeader> fields = denied.answer().headers();
            fields.forEach(field ->
                    Property.holds(repeatsNothing(field.value()), "no field repeats a token"));
        }
    }

    private static void judgeBody(byte[] body) {
        JsonNode problem = Databind.read(body);
        Property.holds(problem != null && problem.isObject(), "a refusal's body is JSON");
        Property.holds(
                repeatsNothing(new String(body, StandardCharsets.UTF_8)),
                "no body repeats a token");
    }

    private static boolean repeatsNothing(String text) {
        return !text.contains("eyJ") && !text.contains(Fixture.CSRF);
    }
}
