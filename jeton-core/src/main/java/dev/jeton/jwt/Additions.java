package dev.jeton.jwt;

import dev.jeton.internal.Json;
import dev.jeton.jwt.wire.Allowance;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The claims and header parameters that the application adds: its hook's and its call's, none of which may pose as Jeton's own. */
final class Additions {
    /** What RFC 7519 §4.1 registers, and Jeton's own. */
    private static final Set<String> REGISTERED = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "type",
            "fresh",
            "csrf",
            "sid",
            "auth_time");

    /** What only the key and the token itself may say in the header (RFC 7515 §4.1). */
    private static final Set<String> OF_KEY_AND_TOKEN = Set.of("alg", "crit", "b64", "typ", "cty");

    private static final Set<String> OF_KEY = Set.of("alg", "crit", "b64");

    private final JwtSettings settings;
    private final Set<String> own;

    Additions(JwtSettings settings) {
        this.settings = settings;
        Set<String> names = new HashSet<>(REGISTERED);
        names.add(settings.layout().subjectClaim());
        this.own = Set.copyOf(names);
    }

    /** @throws IllegalArgumentException for a registered claim, and for a value that is no JSON */
    Map<String, @Nullable Object> claims(
            Object identity, TokenType type, @Nullable Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> all =
                merged(settings.issuing().hooks().claimsFor(identity, type), given);
        boolean mayReplace =
                settings.issuing().claimOverrides() || settings.layout().keepsAdditionsApart();
        if (!mayReplace) {
            refuse(all, own, "claims", "use the option made for each");
        }
        return asJson(all, "claim");
    }

    /** The additional claims of a verified token, under those that its subject is given now. */
    Map<String, @Nullable Object> claimsAfter(
            VerifiedJwt predecessor,
            TokenType type,
            @Nullable Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> all =
                new LinkedHashMap<>(predecessor.claims().asMap());
        all.keySet().removeAll(own);
        all.putAll(claims(predecessor.subject(), type, given));
        return all;
    }

    /** @throws IllegalArgumentException for a parameter that is not the application's to say, and for a value that is no JSON */
    Map<String, @Nullable Object> headers(
            Object identity, TokenType type, @Nullable Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> all =
                merged(settings.issuing().hooks().headersFor(identity, type), given);
        boolean anyTyp = settings.rules(type).allows(Allowance.ANY_TYP);
        refuse(
                all,
                anyTyp ? OF_KEY : OF_KEY_AND_TOKEN,
                "header parameters",
                "they follow from the key and from the token");
        return asJson(all, "header parameter");
    }

    private Map<String, @Nullable Object> merged(
            Map<String, ? extends @Nullable Object> general,
            @Nullable Map<String, @Nullable Object> given) {
        if (given == null || given.isEmpty() && settings.issuing().mergesGivenClaims()) {
            return general.isEmpty() ? Map.of() : Collections.unmodifiableMap(general);
        }
        if (general.isEmpty() || !settings.issuing().mergesGivenClaims()) {
            return given;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(general);
        all.putAll(given);
        return all;
    }

    private static void refuse(
            Map<String, @Nullable Object> all, Set<String> taken, String what, String mend) {
        if (all.isEmpty()) {
            return;
        }
        List<String> refused = new ArrayList<>(all.keySet());
        refused.retainAll(taken);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "additional " + what + " may not replace " + refused + ": " + mend);
        }
    }

    /** A copy as it will be read back, so that what the application holds on to can change no draft. */
    private static Map<String, @Nullable Object> asJson(
            Map<String, @Nullable Object> all, String what) {
        if (all.isEmpty()) {
            return Map.of();
        }
        try {
            byte[] json = Json.write(all);
            return Json.readObject(json, 0, json.length);
        } catch (IllegalArgumentException notJson) {
            throw new IllegalArgumentException(
                    "the " + what + " \"" + culprit(all) + "\" does not survive as JSON: "
                            + notJson.getMessage(),
                    notJson);
        }
    }

    private static String culprit(Map<String, @Nullable Object> all) {
        for (Map.Entry<String, @Nullable Object> entry : all.entrySet()) {
            try {
                Json.write(Collections.singletonMap(entry.getKey(), entry.getValue()));
            } catch (IllegalArgumentException found) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("no member is at fault");
    }
}
