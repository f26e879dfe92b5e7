package dev.jeton.hostile.fuzz;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.hostile.json.JsonComparison;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Location;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A header under a good signature: the token passes exactly when the header is one that Jeton writes or knows. */
final class HeaderTarget implements Target<Object> {
    private static final int GREATEST_HEADER = 1024;
    private static final int GREATEST_TOKEN = 8192;
    private static final int GREATEST_KID = 256;
    private static final Set<String> REFUSED =
            Set.of("crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c");
    private static final Set<String> TYPES =
            Set.of("jwt", "application/jwt", "at+jwt", "application/at+jwt");
    private static final Set<Reason> REFUSALS = EnumSet.of(
            Reason.MALFORMED, Reason.HEADER_INVALID, Reason.ALGORITHM_REFUSED, Reason.KEY_UNKNOWN);

    private final JwtVerifier verifier = Fixture.jeton(Location.HEADERS).verifier();
    private final byte[] claims = Fixture.utf8(Fixture.claims("access", Fixture.NOW + 900));

    @Override
    public Object call(byte[] input) {
        try {
            return verifier.verify(token(input));
        } catch (TokenRejectedException refused) {
            return refused.reason();
        }
    }

    @Override
    public void judge(byte[] input, Object result) {
        boolean passed = result instanceof VerifiedJwt;
        Property.holds(passed == isGood(input), "a header passes exactly when it is good");
        Property.holds(passed || REFUSALS.contains(result), "the reason is one of a header's");
        if (result instanceof VerifiedJwt jwt) {
            Property.holds(
                    jwt.header().parameters().equals(JsonComparison.jeton(input)),
                    "the parameters are those of the document");
        }
    }

    private String token(byte[] input) {
        return Fixture.signed(input, claims);
    }

    private boolean isGood(byte[] input) {
        Map<String, @Nullable Object> header = JsonComparison.jeton(input);
        return header != null
                && input.length <= GREATEST_HEADER
                && token(input).length() <= GREATEST_TOKEN
                && "HS256".equals(header.get("alg"))
                && header.keySet().stream().noneMatch(REFUSED::contains)
                && areTexts(header, List.of("kid", "typ", "cty"))
                && isKnown(header)
                && isType(header.get("typ"))
                && !isNested(header.get("cty"));
    }

    private static boolean areTexts(Map<String, @Nullable Object> header, List<String> names) {
        return names.stream()
                .filter(header::containsKey)
                .allMatch(name -> header.get(name) instanceof String);
    }

    private static boolean isKnown(Map<String, @Nullable Object> header) {
        Object kid = header.get("kid");
        return kid == null || kid.equals(Fixture.KID) && Fixture.KID.length() <= GREATEST_KID;
    }

    private static boolean isType(@Nullable Object typ) {
        return typ == null || TYPES.contains(lower(typ));
    }

    private static boolean isNested(@Nullable Object cty) {
        return cty != null && Set.of("jwt", "application/jwt").contains(lower(cty));
    }

    /** In lower case as ASCII has it, for a Kelvin sign is no k. */
    private static String lower(Object text) {
        return ((String) text).chars().allMatch(c -> c < 0x80)
                ? ((String) text).toLowerCase(Locale.ROOT)
                : (String) text;
    }
}
