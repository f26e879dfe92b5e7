package dev.jeton.hostile.tokens;

import dev.jeton.jose.JwsAlgorithm;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules about parameters of the header. */
final class HeaderRules {
    private static final int GREATEST_KID = 256;
    private static final Set<String> REFUSED =
            Set.of("crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c");
    private static final Set<String> TEXTS = Set.of("alg", "kid", "typ", "cty");
    private static final Set<String> TYPES =
            Set.of("jwt", "application/jwt", "at+jwt", "application/at+jwt");
    private static final Set<String> NESTED = Set.of("jwt", "application/jwt");

    private HeaderRules() {}

    static void judge(
            Set<TokenRule> broken, Map<String, @Nullable Object> header, JwsAlgorithm algorithm) {
        if (header.keySet().stream().anyMatch(REFUSED::contains)) {
            broken.add(TokenRule.HEADER_PARAMETER);
        }
        boolean mistyped = TEXTS.stream()
                .anyMatch(
                        name -> header.containsKey(name) && !(header.get(name) instanceof String));
        if (mistyped || header.get("kid") instanceof String kid && kid.length() > GREATEST_KID) {
            broken.add(TokenRule.HEADER_TYPE);
        }
        if (!algorithm.jwsName().equals(header.get("alg"))) {
            broken.add(TokenRule.ALGORITHM);
        }
        if (header.get("kid") instanceof String kid && !kid.equals(Draft.KID)) {
            broken.add(TokenRule.KEY_NAME);
        }
        if (header.get("typ") instanceof String typ && !TYPES.contains(lower(typ))
                || header.get("cty") instanceof String cty && NESTED.contains(lower(cty))) {
            broken.add(TokenRule.MEDIA_TYPE);
        }
    }

    /** Letters of ASCII only, for a Kelvin sign is no k. */
    private static String lower(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text.toLowerCase(Locale.ROOT) : text;
    }
}
