package dev.jeton.hostile.tokens;

import java.util.List;
import java.util.Locale;

/** Members of the header: algorithm names, key names, media types, parameters that mean something to somebody. */
final class HeaderMutations {
    private static final List<String> ALGORITHMS = List.of(
            "none",
            "None",
            "NONE",
            "nOnE",
            "hs256",
            "rs256",
            "es256",
            "eddsa",
            "HS256",
            "HS384",
            "HS512",
            "RS256",
            "RS384",
            "RS512",
            "PS256",
            "PS384",
            "PS512",
            "ES256",
            "ES384",
            "ES512",
            "ES256K",
            "EdDSA",
            "Ed25519",
            "Ed448",
            "A128KW",
            "dir",
            "",
            " HS256",
            "HS256 ",
            "HS256\\u0000",
            "\\u0048S256",
            "HS\\u212a256");
    private static final List<String> KIDS = List.of(
            "other", "", "k1 ", "K1", "\\u006b1", "k1\\u0000", "../../dev/null", "' OR 1=1 --");
    private static final List<String> TYPES = List.of(
            "JWT",
            "jwt",
            "Jwt",
            "at+jwt",
            "AT+JWT",
            "application/jwt",
            "application/at+jwt",
            "JOSE",
            "JWE",
            "dpop+jwt",
            "logout+jwt",
            "JWT ",
            " JWT",
            "J\\u0057T",
            "application/",
            "");
    private static final List<String> CONTENT_TYPES =
            List.of("JWT", "jwt", "application/jwt", "json", "text/plain", "");
    private static final List<String[]> PARAMETERS = List.of(
            new String[] {"crit", "[\"exp\"]"},
            new String[] {"crit", "[\"b64\"]"},
            new String[] {"crit", "[\"alg\"]"},
            new String[] {"crit", "[\"unheard-of\"]"},
            new String[] {"crit", "[]"},
            new String[] {"crit", "\"exp\""},
            new String[] {"b64", "true"},
            new String[] {"b64", "false"},
            new String[] {"zip", "\"DEF\""},
            new String[] {"zip", "\"NONE\""},
            new String[] {"enc", "\"A128GCM\""},
            new String[] {"jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"},
            new String[] {"jwk", "{}"},
            new String[] {"jku", "\"https://attacker.example/keys\""},
            new String[] {"x5u", "\"https://attacker.example/cert\""},
            new String[] {"x5c", "[\"MIIB\"]"},
            new String[] {"x5c", "[]"},
            new String[] {"x5t", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAA\""},
            new String[] {"x5t#S256", "\"AAAA\""},
            new String[] {"epk", "{}"},
            new String[] {"apu", "\"QQ\""},
            new String[] {"p2c", "1000000000"},
            new String[] {"iss", "\"somebody\""},
            new String[] {"unheard-of", "1"});

    private HeaderMutations() {}

    static List<Mutation> all() {
        return List.of(
                draft -> draft.header.text("alg", Mutation.any(ALGORITHMS, draft.random)),
                HeaderMutations::otherStrength,
                HeaderMutations::otherStrength,
                draft -> draft.header.text(
                        "alg", draft.suite.algorithm().jwsName().toLowerCase(Locale.ROOT)),
                draft -> draft.header.text("kid", Mutation.any(KIDS, draft.random)),
                draft -> draft.header.text("kid", "k".repeat(255 + draft.random.nextInt(3))),
                draft -> draft.header.text("typ", Mutation.any(TYPES, draft.random)),
                draft -> draft.header.text("cty", Mutation.any(CONTENT_TYPES, draft.random)),
                HeaderMutations::parameter,
                HeaderMutations::parameter,
                draft -> draft.header.put(
                        draft.header.anyName(draft.random), Values.any(draft.random)),
                draft -> draft.header.put("cty", Values.any(draft.random)),
                draft -> draft.header.remove(draft.header.anyName(draft.random)),
                draft -> draft.header.remove("kid"),
                draft -> draft.header.text("pad", "x".repeat(800 + draft.random.nextInt(300))));
    }

    /** Another algorithm of the same family, named in the header and used. */
    private static void otherStrength(Draft draft) {
        List<String> names = switch (draft.suite.algorithm()) {
            case HS256 -> List.of("HS384", "HS512");
            case RS256 -> List.of("RS384", "RS512", "PS256", "PS384", "PS512");
            default -> List.of(draft.suite.algorithm().jwsName());
        };
        String name = Mutation.any(names, draft.random);
        draft.header.text("alg", name);
        draft.signer = draft.suite.signer(name);
    }

    private static void parameter(Draft draft) {
        String[] parameter = Mutation.any(PARAMETERS, draft.random);
        draft.header.put(parameter[0], parameter[1]);
    }
}
