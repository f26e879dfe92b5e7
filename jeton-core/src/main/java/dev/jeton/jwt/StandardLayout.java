package dev.jeton.jwt;

import dev.jeton.jwt.TokenDraft.Drawn;
import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
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
        Drawn drawn = draft.drawn();
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        put(claims, "iss", draft.issuer());
        claims.put(subjectClaim, draft.subject());
        put(claims, "aud", audience(draft.audience()));
        claims.put("type", draft.type().claim());
        claims.put("iat", drawn.issuedAt());
        put(claims, "nbf", drawn.notBefore());
        put(claims, "exp", drawn.expiresAt());
        claims.put("jti", drawn.jti());
        put(claims, "sid", drawn.sid());
        put(claims, "csrf", drawn.csrf());
        put(claims, "auth_time", drawn.authTime());
        if (draft.type() == TokenType.ACCESS) {
            claims.put("fresh", drawn.fresh());
        }
        claims.putAll(draft.claims());
        return claims;
    }

    /** RFC 7519 §4.1.3: a single audience may be a string. */
    private static @Nullable Object audience(List<String> audience) {
        return switch (audience.size()) {
            case 0 -> null;
            case 1 -> audience.get(0);
            default -> audience;
        };
    }

    @Override
    public Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified) {
        return verified;
    }

    private static void put(
            Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }
}
