package dev.jeton.jwt;

import dev.jeton.jwt.TokenDraft.Drawn;
import dev.jeton.jwt.wire.ClaimLayout;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

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
    public void write(TokenDraft draft, BiConsumer<String, @Nullable Object> claims) {
        BiConsumer<String, @Nullable Object> own = unlessReplaced(draft, claims);
        Drawn drawn = draft.drawn();
        put(own, "iss", draft.issuer());
        own.accept(subjectClaim, draft.subject());
        put(own, "aud", audience(draft.audience()));
        own.accept("type", draft.type().claim());
        own.accept("iat", drawn.issuedAt());
        put(own, "nbf", drawn.notBefore());
        put(own, "exp", drawn.expiresAt());
        own.accept("jti", drawn.jti());
        put(own, "sid", drawn.sid());
        put(own, "csrf", drawn.csrf());
        put(own, "auth_time", drawn.authTime());
        if (draft.type() == TokenType.ACCESS) {
            own.accept("fresh", drawn.fresh());
        }
        draft.claims().forEach(claims);
    }

    /** Where additional claims may replace Jeton's, they stand for them. */
    private static BiConsumer<String, @Nullable Object> unlessReplaced(
            TokenDraft draft, BiConsumer<String, @Nullable Object> claims) {
        Map<String, @Nullable Object> additions = draft.claims();
        return additions.isEmpty()
                ? claims
                : (name, value) -> {
                    if (!additions.containsKey(name)) {
                        claims.accept(name, value);
                    }
                };
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
            BiConsumer<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.accept(name, value);
        }
    }
}
