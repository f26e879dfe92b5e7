package dev.jeton.compat;

import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** The claims of Flask-JWT-Extended: additional ones stand beside the library's own and may replace them. */
record FlaskLayout(
        String subjectClaim,
        boolean writesNotBefore,
        @Nullable Object audience,
        @Nullable String issuer)
        implements ClaimLayout {
    @Override
    public Map<String, @Nullable Object> write(TokenDraft draft) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("fresh", draft.fresh());
        claims.put("iat", draft.issuedAt());
        claims.put("jti", draft.id());
        claims.put("type", draft.type().claim());
        claims.put(subjectClaim, draft.subject());
        if (writesNotBefore) {
            claims.put("nbf", draft.issuedAt());
        }
        Layouts.put(claims, "csrf", draft.csrf());
        Layouts.put(claims, "aud", draft.audience().isEmpty() ? audience : draft.audience());
        Layouts.put(claims, "iss", issuer);
        Layouts.put(claims, "exp", draft.expiresAt());
        claims.putAll(draft.claims());
        return claims;
    }

    @Override
    public Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified) {
        Layouts.putIfMissing(verified, "type", "access");
        Layouts.putIfMissing(verified, "fresh", false);
        Layouts.putIfMissing(verified, "jti", null);
        return verified;
    }
}
