package dev.jeton.hostile.fuzz;

import dev.jeton.testkit.TokenForge;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that a fuzzer could not make, by the words that stand for them in inputs. One of them is good. */
final class Placeholders {
    static final String GOOD = "{good}";
    static final String VALUE = "{csrf}";

    private static final Map<String, String> TOKENS = tokens();

    private Placeholders() {}

    private static Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put(GOOD, Fixture.goodToken());
        tokens.put(VALUE, Fixture.CSRF);
        tokens.put("{expired}", token(Fixture.claims("access", Fixture.NOW - 10)));
        tokens.put("{refresh}", token(Fixture.claims("refresh", Fixture.NOW + 900)));
        tokens.put("{foreign}", token("{\"aud\":\"others\"," + rest()));
        tokens.put("{early}", token("{\"nbf\":" + (Fixture.NOW + 11) + "," + rest()));
        tokens.put("{forged}", forge().signed("HS256", new byte[32]).compact());
        tokens.put("{unsigned}", forge().unsigned().compact());
        tokens.put(
                "{tampered}",
                forge().signed("HS256", Fixture.secret())
                        .payloadReplaced(Fixture.claims("access", Fixture.NOW + 901))
                        .compact());
        tokens.put("{none}", forge().header("{\"alg\":\"none\"}").unsigned().compact());
        return tokens;
    }

    private static String token(String claims) {
        return Fixture.signed(Fixture.HEADER, claims);
    }

    private static String rest() {
        return Fixture.claims("access", Fixture.NOW + 900).substring(1);
    }

    private static TokenForge forge() {
        return TokenForge.token()
                .header(Fixture.HEADER)
                .payload(Fixture.claims("access", Fixture.NOW + 900));
    }

    /** The text with each word replaced. */
    static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> token : TOKENS.entrySet()) {
            filled = filled.indexOf('{') < 0
                    ? filled
                    : filled.replace(token.getKey(), token.getValue());
        }
        return filled;
    }

    /** As {@link #filled}, without the token that is good. */
    static String filledWithBad(String text) {
        return filled(text.replace(GOOD, "{expired}"));
    }
}
