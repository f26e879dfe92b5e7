package dev.jeton.hostile.tokens;

import dev.jeton.hostile.json.JsonComparison;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Why a peer refuses a token that Jeton accepts; docs/security/differences.md explains each. */
public enum PeerRule {
    /** {@code typ} names another media type than {@code JWT}, such as {@code at+jwt} or {@code application/jwt}. */
    OTHER_TYP("Nimbus"),
    /** {@code exp} has come if its fraction is dropped, and has not if it counts (RFC 7519 §2). */
    EXP_FRACTION("Nimbus", "jose4j"),
    /** {@code nbf} comes in the very second. */
    NBF_SECOND("Nimbus"),
    /** The header names a certificate by its hash. */
    CERTIFICATE_HASH("Nimbus"),
    /** There is a {@code cty}, which says what the payload is. */
    CONTENT_TYPE("jjwt"),
    /** A name begins or ends with blanks, or it, {@code sub} or {@code jti} is nothing else. */
    BLANKS("jjwt");

    private final Set<String> peers;

    PeerRule(String... peers) {
        this.peers = Set.of(peers);
    }

    /** Those of which there is a reason in the token why this peer refuses it; Jeton accepts the token. */
    static Set<PeerRule> of(String peer, String token) {
        String[] parts = token.split("\\.", -1);
        Map<String, @Nullable Object> header = members(parts[0]);
        Map<String, @Nullable Object> claims = members(parts[1]);
        Set<PeerRule> rules = EnumSet.noneOf(PeerRule.class);
        judge(rules, header, claims);
        rules.removeIf(rule -> !rule.peers.contains(peer));
        return rules;
    }

    private static void judge(
            Set<PeerRule> rules,
            Map<String, @Nullable Object> header,
            Map<String, @Nullable Object> claims) {
        if (header.get("typ") instanceof String typ && !typ.equalsIgnoreCase("JWT")) {
            rules.add(OTHER_TYP);
        }
        if (claims.get("exp") instanceof Number exp && second(exp) + Peers.SKEW <= Draft.NOW) {
            rules.add(EXP_FRACTION);
        }
        if (claims.get("nbf") instanceof Number nbf && second(nbf) - Peers.SKEW >= Draft.NOW) {
            rules.add(NBF_SECOND);
        }
        if (header.containsKey("x5t#S256")) {
            rules.add(CERTIFICATE_HASH);
        }
        if (header.containsKey("cty")) {
            rules.add(CONTENT_TYPE);
        }
        if (hasBlankName(header)
                || hasBlankName(claims)
                || isBlank(claims.get("sub"))
                || isBlank(claims.get("jti"))) {
            rules.add(BLANKS);
        }
    }

    private static boolean hasBlankName(Map<String, @Nullable Object> members) {
        return members.keySet().stream()
                .anyMatch(name -> name.isEmpty() || !name.strip().equals(name));
    }

    private static boolean isBlank(@Nullable Object value) {
        return value instanceof String text && text.isBlank();
    }

    private static long second(Number number) {
        return new BigDecimal(number.toString()).setScale(0, RoundingMode.FLOOR).longValue();
    }

    private static Map<String, @Nullable Object> members(String part) {
        return Objects.requireNonNull(
                JsonComparison.jeton(Base64.getUrlDecoder().decode(part)));
    }
}
