package dev.jeton.hostile.tokens;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules about claims, at the second in which everything happens. */
final class ClaimRules {
    private static final BigDecimal LAST = new BigDecimal("253402300799");
    private static final BigDecimal EARLIEST = BigDecimal.valueOf(Draft.NOW - Peers.SKEW);
    private static final BigDecimal LATEST = BigDecimal.valueOf(Draft.NOW + Peers.SKEW);
    private static final int LONGEST_ID = 128;

    private final Set<TokenRule> broken;
    private final Map<String, @Nullable Object> claims;

    private ClaimRules(Set<TokenRule> broken, Map<String, @Nullable Object> claims) {
        this.broken = broken;
        this.claims = claims;
    }

    static void judge(Set<TokenRule> broken, Map<String, @Nullable Object> claims) {
        ClaimRules rules = new ClaimRules(broken, claims);
        rules.judgeParties();
        rules.judgeIds();
        rules.judgeTimes();
    }

    private void require(boolean holds, TokenRule rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private void judgeParties() {
        require(Draft.ISSUER.equals(claims.get("iss")), TokenRule.ISSUER);
        Object aud = claims.get("aud");
        List<?> audiences =
                aud instanceof List<?> list ? list : aud == null ? List.of() : List.of(aud);
        boolean texts = audiences.stream().allMatch(String.class::isInstance);
        require(texts && audiences.contains(Draft.AUDIENCE), TokenRule.AUDIENCE);
        require(claims.get("sub") instanceof String sub && !sub.isEmpty(), TokenRule.SUBJECT);
        require("access".equals(claims.get("type")), TokenRule.TYPE);
    }

    private void judgeIds() {
        require(isId("jti"), TokenRule.TOKEN_ID);
        require(!claims.containsKey("sid") || isId("sid"), TokenRule.SESSION_ID);
    }

    private boolean isId(String name) {
        return claims.get(name) instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    private void judgeTimes() {
        boolean dates =
                claims.containsKey("exp") && isDate("exp") && isDate("nbf") && isDate("iat");
        require(dates, TokenRule.DATE);
        if (!dates) {
            return;
        }
        BigDecimal exp = date("exp");
        require(exp.compareTo(EARLIEST) > 0, TokenRule.EXPIRED);
        if (claims.containsKey("nbf")) {
            require(date("nbf").compareTo(LATEST) <= 0, TokenRule.NOT_YET_VALID);
            require(date("nbf").compareTo(exp) <= 0, TokenRule.DATE_ORDER);
        }
        if (claims.containsKey("iat")) {
            require(date("iat").compareTo(LATEST) <= 0, TokenRule.ISSUED_IN_FUTURE);
            require(date("iat").compareTo(exp) < 0, TokenRule.DATE_ORDER);
        }
    }

    private boolean isDate(String name) {
        return !claims.containsKey(name)
                || claims.get(name) instanceof Number number
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
