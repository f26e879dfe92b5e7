package dev.jeton.compat;

import dev.jeton.jwt.JwtClaims;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The types that FastJWT's model of claims wants; a token that does not fit is no good. */
final class FastJwtModel {
    /** The words for a token that does not fit. */
    static final String UNFIT = "Invalid claim type in token";

    private static final List<String> TEXTS = List.of("iss", "type", "csrf");

    private FastJwtModel() {}

    static boolean fits(JwtClaims claims) {
        return TEXTS.stream().map(claims::get).noneMatch(FastJwtModel::isComposite)
                && isListOfTexts(claims.get("scopes"))
                && (!claims.has("fresh") || claims.get("fresh") instanceof Boolean);
    }

    /** An identity as a token carries it: a text, or null.
     * @throws IllegalArgumentException for an array or an object */
    static @Nullable String subject(@Nullable Object identity) {
        if (isComposite(identity)) {
            throw new IllegalArgumentException("an identity is a text or a number");
        }
        return identity == null ? null : PythonText.of(identity);
    }

    private static boolean isComposite(@Nullable Object value) {
        return value instanceof List<?> || value instanceof Map<?, ?>;
    }

    private static boolean isListOfTexts(@Nullable Object scopes) {
        return scopes == null
                || scopes instanceof List<?> list
                        && list.stream().noneMatch(FastJwtModel::isComposite);
    }
}
