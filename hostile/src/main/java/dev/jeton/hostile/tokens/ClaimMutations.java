package dev.jeton.hostile.tokens;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Claims: absent, of another type, almost the right value, or of the wrong kind of token. */
final class ClaimMutations {
    private static final List<String> NAMES = List.of(
            "iss",
            "aud",
            "sub",
            "jti",
            "type",
            "sid",
            "fresh",
            "csrf",
            "scope",
            "roles",
            "auth_time",
            "x");
    private static final List<String> ISSUERS = List.of(
            "\"https://issuer.example/\"",
            "\"HTTPS://issuer.example\"",
            "\"https://issuer.example \"",
            "\"https://issuer.example.attacker.example\"",
            "\"https:\\/\\/issuer.example\"",
            "[\"https://issuer.example\"]",
            "\"\"");
    private static final List<String> AUDIENCES = List.of(
            "[\"shop\"]",
            "[\"other\",\"shop\"]",
            "[\"shop\",1]",
            "[\"shop\",null]",
            "[null,\"shop\"]",
            "[\"shop\",[\"shop\"]]",
            "[\"shop\",{}]",
            "[\"shop\",\"\"]",
            "[[\"shop\"]]",
            "[]",
            "\"other\"",
            "\"Shop\"",
            "\"shop \"",
            "\"shop,other\"",
            "\"sh\\u006fp\"",
            "{\"shop\":true}");
    private static final List<String> TYPES = List.of(
            "\"refresh\"",
            "\"Access\"",
            "\"access \"",
            "\"\"",
            "[\"access\"]",
            "\"\\u0061ccess\"",
            "true");

    private ClaimMutations() {}

    static List<Mutation> all() {
        return List.of(
                draft -> draft.claims.put(name(draft.random), Values.any(draft.random)),
                draft -> draft.claims.put(name(draft.random), Values.any(draft.random)),
                draft -> draft.claims.put("iss", Mutation.any(ISSUERS, draft.random)),
                draft -> draft.claims.put("aud", Mutation.any(AUDIENCES, draft.random)),
                draft -> draft.claims.put("type", Mutation.any(TYPES, draft.random)),
                draft -> draft.claims.put("sub", Values.any(draft.random)),
                draft -> draft.claims.put("jti", Values.any(draft.random)),
                draft -> draft.claims.text("jti", "j".repeat(127 + draft.random.nextInt(3))),
                draft -> draft.claims.put("sid", Values.any(draft.random)),
                draft -> draft.claims.remove(draft.claims.anyName(draft.random)),
                draft -> draft.claims.remove(name(draft.random)),
                ClaimMutations::renamed,
                draft -> draft.claims.text("pad", "x".repeat(5200 + draft.random.nextInt(600))));
    }

    private static String name(Random random) {
        return Mutation.any(NAMES, random);
    }

    /** In capitals, or with a blank at its end, as a claim that nobody asks for. */
    private static void renamed(Draft draft) {
        String name = draft.claims.anyName(draft.random);
        String value = draft.claims.get(name);
        draft.claims.remove(name);
        draft.claims.put(
                draft.random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name + " ", value);
    }
}
