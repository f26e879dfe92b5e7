package dev.jeton.hostile.fuzz;

import dev.jeton.compat.CompatException;
import dev.jeton.compat.CompatJeton;
import dev.jeton.compat.Predecessor;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What the compatibility profiles read: the input is a request, and its first line a token. Their lenient readers word refusals; none
 * of what they read is believed.
 */
final class CompatTarget implements Target<List<Object>> {
    private final List<CompatJeton> applications = new ArrayList<>();

    CompatTarget() {
        for (Predecessor predecessor : Predecessor.values()) {
            applications.add(predecessor
                    .with(Map.of(
                            "JWT_SECRET_KEY",
                            Base64.getEncoder().encodeToString(Fixture.secret()),
                            "JWT_TOKEN_LOCATION",
                            "headers,cookies,json," + query(predecessor)))
                    .clock(Fixture.CLOCK)
                    .build());
        }
    }

    private static String query(Predecessor predecessor) {
        return predecessor == Predecessor.FASTJWT ? "query" : "query_string";
    }

    @Override
    public List<Object> call(byte[] input) {
        String text = Placeholders.filled(new String(input, StandardCharsets.ISO_8859_1));
        String token = text.split("\n", 2)[0];
        HttpText request = HttpText.of(text);
        List<Object> results = new ArrayList<>();
        for (CompatJeton application : applications) {
            results.add(decoded(application, token));
            header(application, token);
            results.add(
                    RequestJudge.decide(application.jeton(), JwtRequirement.required(), request));
            results.add(RequestJudge.decide(
                    application.jeton(), JwtRequirement.of(r -> r.refresh()), request));
        }
        return results;
    }

    private static Object decoded(CompatJeton application, String token) {
        try {
            return application.decode(token);
        } catch (CompatException refused) {
            return refused;
        }
    }

    private static void header(CompatJeton application, String token) {
        try {
            application.unverifiedHeader(token);
        } catch (CompatException refused) {
            Property.holds(refused.answer().status() >= 400, "a refusal is no success");
        }
    }

    /** No token at hand is signed with these applications' key. */
    @Override
    public void judge(byte[] input, List<Object> results) {
        for (Object result : results) {
            if (result instanceof CompatException refused) {
                isTheClients(refused.answer().status());
            } else if (result instanceof Outcome.Denied denied) {
                isTheClients(denied.answer().status());
            } else {
                Property.holds(
                        result instanceof Outcome.Unchecked && isPreflight(input),
                        "nothing forged passes but a preflight");
            }
        }
    }

    private static boolean isPreflight(byte[] input) {
        String text = Placeholders.filled(new String(input, StandardCharsets.ISO_8859_1));
        return HttpText.of(text).method().equals("OPTIONS");
    }

    private static void isTheClients(int status) {
        Property.holds(status >= 400 && status < 500, "a client causes no failure of the server");
    }
}
