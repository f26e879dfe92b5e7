package dev.jeton.compat;

import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The claims of Quart-JWT-Extended: additional ones are the user claims, in a claim of their own. */
record QuartLayout(
        String subjectClaim, String userClaims, @Nullable String issuer) implements ClaimLayout {
    @Override
    public boolean keepsAdditionsApart() {
        return true;
    }

    @Override
    public void write(TokenDraft draft, BiConsumer<String, @Nullable Object> out) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iat", draft.drawn().issuedAt());
        claims.put("nbf", draft.drawn().issuedAt());
        claims.put("jti", draft.drawn().jti());
        Layouts.put(claims, "exp", draft.drawn().expiresAt());
        claims.put(subjectClaim, draft.subject());
        claims.put("type", draft.type().claim());
        Layouts.put(claims, "csrf", draft.drawn().csrf());
        if (!draft.claims().isEmpty()) {
            claims.put(userClaims, draft.claims());
        }
        if (draft.type() == TokenType.ACCESS) {
            claims.put("fresh", draft.drawn().fresh());
            if (issuer != null) {
                claims.put("iss", issuer);
            }
        }
        claims.forEach(out);
    }

    @Override
    public Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>(verified);
        Layouts.putIfMissing(view, "jti", null);
        Layouts.putIfMissing(view, "type", "access");
        if ("access".equals(view.get("type"))) {
            Layouts.putIfMissing(view, "fresh", false);
        }
        Layouts.putIfMissing(view, userClaims, Map.of());
        return view;
    }
}
