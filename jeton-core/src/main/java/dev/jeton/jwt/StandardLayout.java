package dev.jeton.jwt;

import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jeton's own claims, as the README tells them. */
@SuppressWarnings("exports")
public final class StandardLayout implements ClaimLayout {
    private final String subjectClaim;

    /** @param subjectClaim the claim that holds the subject; {@code sub} unless configured */
    public StandardLayout(String subjectClaim) {
        this.subjectClaim = subjectClaim;
    }

    @Override
    public String subjectClaim() {
        return subjectClaim;
    }

    @Override
    public Map<String, @Nullable Object> write(TokenDraft draft) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        put(claims, "iss", draft.issuer());
        claims.put(subjectClaim, draft.subject());
        put(
                claims,
                "aud",
                draft.audience().size() == 1 ? draft.audience().get(0) : draft.audience());
        claims.put("type", draft.type().claim());
        claims.put("iat", draft.issuedAt().getEpochSecond());
        put(claims, "exp", draft.expiresAt());
        claims.put("jti", draft.id());
        put(claims, "sid", draft.sessionId());
        put(claims, "csrf", draft.csrf());
        put(claims, "auth_time", draft.authTime());
        if (draft.type() == TokenType.ACCESS) {
            claims.put("fresh", draft.fresh());
        }
        claims.putAll(draft.claims());
        return claims;
    }

    @Override
    public Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified) {
        return verified;
    }

    private static void put(
            Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (value != null && !(value instanceof java.util.List<?> list && list.isEmpty())) {
            claims.put(name, value);
        }
    }
}
