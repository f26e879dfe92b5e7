package dev.jeton.hostile.fuzz;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/** Whether claims are good by the words of RFC 7519 and of the guide, told in another way than the verifier's. */
final class ClaimOracle {
    private static final BigDecimal LAST = new BigDecimal("253402300799");
    private static final int SKEW = 10;
    private static final int LONGEST_ID = 128;

    private final Map<String, @Nullable Object> claims;
    private final BigDecimal now;

    ClaimOracle(Map<String, @Nullable Object> claims, long now) {
        this.claims = claims;
        this.now = BigDecimal.valueOf(now);
    }

    boolean accepts() {
        return claims.get("sub") instanceof String sub
                && !sub.isEmpty()
                && Set.of("access", "refresh").contains(String.valueOf(claims.get("type")))
                && claims.get("type") instanceof String
                && claims.containsKey("jti")
                && isId("jti")
                && isId("sid")
                && !claims.containsKey("aud")
                && (!claims.containsKey("iss") || claims.get("iss") instanceof String)
                && areTimes();
    }

    private boolean isId(String name) {
        return !claims.containsKey(name)
                || claims.get(name) instanceof String id
                        && !id.isEmpty()
                        && id.length() <= LONGEST_ID;
    }

    private boolean areTimes() {
        if (!claims.containsKey("exp") || !isDate("exp") || !isDate("nbf") || !isDate("iat")) {
            return false;
        }
        BigDecimal exp = date("exp");
        BigDecimal earliest = now.subtract(BigDecimal.valueOf(SKEW));
        BigDecimal latest = now.add(BigDecimal.valueOf(SKEW));
        return exp.compareTo(earliest) > 0
                && (!claims.containsKey("nbf")
                        || date("nbf").compareTo(latest) <= 0 && date("nbf").compareTo(exp) <= 0)
                && (!claims.containsKey("iat")
                        || date("iat").compareTo(latest) <= 0 && date("iat").compareTo(exp) < 0);
    }

    private boolean isDate(String name) {
        if (!claims.containsKey(name)) {
            return true;
        }
        return claims.get(name) instanceof Number number
                && exactly(number).signum() >= 0
                && exactly(number).compareTo(LAST) <= 0;
    }

    /** Whole milliseconds, as clocks have them. */
    private BigDecimal date(String name) {
        BigDecimal exact =
                claims.get(name) instanceof Number number ? exactly(number) : BigDecimal.ZERO;
        return exact.setScale(3, RoundingMode.FLOOR);
    }

    private static BigDecimal exactly(Number number) {
        return new BigDecimal(number.toString());
    }
}
