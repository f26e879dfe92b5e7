package dev.jeton.compat;

import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The claims of Flask-JWT-Extended: additional ones stand beside the library's own and may replace them. */
record FlaskLayout(
        String subjectClaim,
        boolean writesNotBefore,
        @Nullable Object audience,
        @Nullable String issuer)
        implements ClaimLayout {
    @Override
    public void write(TokenDraft draft, BiConsumer<String, @Nullable Object> out) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("fresh", draft.drawn().fresh());
        claims.put("iat", draft.drawn().issuedAt());
        claims.put("jti", draft.drawn().jti());
        claims.put("type", draft.type().claim());
        claims.put(subjectClaim, draft.subject());
        if (writesNotBefore) {
            claims.put("nbf", draft.drawn().issuedAt());
        }
        Layouts.put(claims, "csrf", draft.drawn().csrf());
        Layouts.put(claims, "aud", draft.audience().isEmpty() ? audience : draft.audience());
        Layouts.put(claims, "iss", issuer);
        Layouts.put(claims, "exp", draft.drawn().expiresAt());
        claims.putAll(draft.claims());
        claims.forEach(out);
    }

    @Override
    public Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>(verified);
        Layouts.putIfMissing(view, "type", "access");
        Layouts.putIfMissing(view, "fresh", false);
        Layouts.putIfMissing(view, "jti", null);
        return view;
    }
}
