package dev.jeton.compat;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.JwtClaims;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.ClaimFailure.Kind;
import dev.jeton.jwt.wire.Examined;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The words of PyJWT, and of the libraries on top of it, for claims that are not as they must be. */
final class ClaimWording {
    /** The order in which claims are looked at. */
    private static final List<String> ORDER =
            List.of("iat", "nbf", "exp", "iss", "aud", "sub", "jti");

    /** The two generations of PyJWT. */
    enum Generation {
        ONE,
        TWO
    }

    private final Generation generation;
    private final String identityClaim;
    private final boolean namesMissingClaimsBarely;

    /**
     * @param identityClaim the claim that must be there
     * @param namesMissingClaimsBarely whether a missing claim is reported by its name alone
     */
    ClaimWording(Generation generation, String identityClaim, boolean namesMissingClaimsBarely) {
        this.generation = generation;
        this.identityClaim = identityClaim;
        this.namesMissingClaimsBarely = namesMissingClaimsBarely;
    }

    /** The words for the first failure of those that count, or empty when none does. */
    Optional<String> words(Examined examined, Predicate<ClaimFailure> counts) {
        return examined.failures().stream()
                .filter(counts)
                .min(Comparator.comparingInt(this::rank))
                .map(failure -> words(failure, examined.claims()));
    }

    /** A missing identity is noticed last but for the type, which is noticed after all else. */
    private int rank(ClaimFailure failure) {
        if (failure.kind() == Kind.MISSING && failure.claim().equals(identityClaim)) {
            return ORDER.size();
        }
        int position = ORDER.indexOf(failure.claim());
        return position < 0 ? ORDER.size() + 1 : position;
    }

    private String words(ClaimFailure failure, JwtClaims claims) {
        return switch (failure.claim()) {
            case "iat" -> time(failure, "Issued At claim (iat) must be an integer.");
            case "nbf" -> time(failure, "Not Before claim (nbf) must be an integer.");
            case "exp" -> time(failure, "Expiration Time claim (exp) must be an integer.");
            case "iss" -> issuer(failure, claims.get("iss"));
            case "aud" -> audience(failure, claims);
            case "jti" -> "JWT ID must be a string";
            case "type" -> "Missing or invalid claim: type";
            default ->
                failure.kind() == Kind.MISSING
                        ? "Missing claim: " + failure.claim()
                        : "Subject must be a string";
        };
    }

    private static String time(ClaimFailure failure, String mistyped) {
        if (failure.kind() == Kind.FUTURE) {
            return "The token is not yet valid (" + failure.claim() + ")";
        }
        return failure.reason() == Reason.EXPIRED ? "Signature has expired" : mistyped;
    }

    private String issuer(ClaimFailure failure, @Nullable Object iss) {
        if (failure.kind() == Kind.MISSING) {
            return missing("iss");
        }
        return generation == Generation.TWO && !(iss instanceof String)
                ? "Payload Issuer (iss) must be a string"
                : "Invalid issuer";
    }

    private String audience(ClaimFailure failure, JwtClaims claims) {
        boolean nothing =
                generation == Generation.ONE ? !claims.has("aud") : isNothing(claims.get("aud"));
        if (nothing) {
            return missing("aud");
        }
        return switch (failure.kind()) {
            case MISTYPED -> "Invalid claim format in token";
            case MISMATCH ->
                generation == Generation.TWO ? "Audience doesn't match" : "Invalid audience";
            default -> "Invalid audience";
        };
    }

    private String missing(String claim) {
        return namesMissingClaimsBarely ? claim : "Token is missing the \"" + claim + "\" claim";
    }

    /** What Python takes for false. */
    static boolean isNothing(@Nullable Object value) {
        return value == null
                || value.equals(false)
                || value.equals("")
                || value instanceof Number number && number.doubleValue() == 0
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }
}
