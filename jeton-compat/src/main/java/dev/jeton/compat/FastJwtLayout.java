package dev.jeton.compat;

import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The claims of FastJWT. */
record FastJwtLayout(
        String subjectClaim,
        @Nullable Object audience,
        @Nullable String issuer) implements ClaimLayout {
    private static final List<String> TIMES = List.of("exp", "nbf", "iat");

    @Override
    public void write(TokenDraft draft, BiConsumer<String, @Nullable Object> out) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(draft.claims());
        claims.put(subjectClaim, draft.subject());
        claims.put("jti", draft.drawn().jti());
        claims.put("type", draft.type().claim());
        if (draft.type() == TokenType.ACCESS) {
            claims.put("fresh", draft.drawn().fresh());
        }
        Layouts.put(claims, "csrf", draft.drawn().csrf());
        claims.put("iat", draft.drawn().issuedAt());
        Layouts.put(claims, "exp", draft.drawn().expiresAt());
        Layouts.put(claims, "aud", draft.audience().isEmpty() ? audience : draft.audience());
        Layouts.put(claims, "iss", issuer);
        claims.forEach(out);
    }

    /** Times are numbers, also where the token wrote them as digits. */
    @Override
    public Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>(verified);
        for (String time : TIMES) {
            if (view.get(time) instanceof String digits && digits.matches("[+-]?[0-9]{1,18}")) {
                view.put(time, new BigDecimal(digits));
            }
        }
        return view;
    }
}
