package dev.jeton.hostile.fuzz;

import dev.jeton.Jeton;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.hostile.json.JsonComparison;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Location;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A payload under a good signature: the token passes exactly when the claims are good, and whatever asks for one is answered. */
final class ClaimsTarget implements Target<Object> {
    private static final int GREATEST_TOKEN = 8192;
    private static final int MOST_ASKED = 32;
    private static final Set<Reason> REFUSALS = EnumSet.of(
            Reason.MALFORMED,
            Reason.CLAIM_INVALID,
            Reason.NOT_YET_VALID,
            Reason.AUDIENCE_REFUSED,
            Reason.EXPIRED);
    private static final List<Class<?>> TYPES = List.of(
            Object.class,
            String.class,
            Boolean.class,
            Number.class,
            Integer.class,
            Long.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            Instant.class,
            List.class,
            Map.class);

    private final Jeton jeton = Fixture.jeton(Location.HEADERS);
    private final byte[] header = Fixture.utf8(Fixture.HEADER);

    @Override
    public Object call(byte[] input) {
        try {
            VerifiedJwt jwt = jeton.verifier().verify(Fixture.signed(header, input));
            ask(jwt);
            return jwt;
        } catch (TokenRejectedException refused) {
            return refused.reason();
        }
    }

    /** None of this may throw. */
    private static void ask(VerifiedJwt jwt) {
        jwt.claims().asMap().keySet().stream().limit(MOST_ASKED).forEach(name -> {
            TYPES.forEach(type -> jwt.claim(name, type));
            jwt.claims().strings(name);
        });
        jwt.isFreshAt(Instant.ofEpochSecond(Fixture.NOW));
        jwt.authTime();
        jwt.issuedAt();
        jwt.expiresAt();
        jwt.scopes();
        jwt.roles();
    }

    @Override
    public void judge(byte[] input, Object result) {
        boolean passed = result instanceof VerifiedJwt;
        Map<String, @Nullable Object> claims = JsonComparison.jeton(input);
        boolean good = claims != null
                && Fixture.signed(header, input).length() <= GREATEST_TOKEN
                && new ClaimOracle(claims, Fixture.NOW).accepts();
        Property.holds(passed == good, "claims pass exactly when they are good");
        Property.holds(passed || REFUSALS.contains(result), "the reason is one of a payload's");
        if (result instanceof VerifiedJwt jwt) {
            Property.holds(jwt.claims().asMap().equals(claims), "the claims are the document's");
            refresh(jwt);
        }
    }

    /** Whatever a refresh token holds, a new access token is made of it, or refused as documented. */
    private void refresh(VerifiedJwt jwt) {
        if (jwt.type() != TokenType.REFRESH) {
            return;
        }
        try {
            String access = jeton.refresh(jwt).access();
            Property.holds(
                    jeton.verifier().verify(access).subject().equals(jwt.subject()),
                    "the new token is the same user's");
        } catch (TokenRejectedException | IllegalArgumentException documented) {
            Property.holds(documented.getMessage() != null, "a refusal says why");
        }
    }
}
