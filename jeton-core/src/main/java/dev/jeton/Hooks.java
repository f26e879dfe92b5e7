package dev.jeton;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JwsKey;
import dev.jeton.jwt.IssuingHooks;
import dev.jeton.jwt.TokenType;
import dev.jeton.session.Denylist;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.AnswerOverride;
import dev.jeton.web.TokenCheck;
import dev.jeton.web.UserLookup;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The application's own code, as the builder was given it. */
final class Hooks implements IssuingHooks {
    @Nullable
    UserLookup users;

    @Nullable
    TokenCheck check;

    @Nullable
    RevocationCheck revocation;

    @Nullable
    Denylist denylist;

    final Map<Reason, AnswerOverride> answers = new EnumMap<>(Reason.class);
    final List<JetonListener> listeners = new ArrayList<>();
    Function<Object, @Nullable Object> identity = object -> object;
    Function<Object, @Nullable JwsKey> signingKey = object -> null;
    BiFunction<Object, TokenType, Map<String, ? extends @Nullable Object>> claims =
            (object, type) -> Map.of();
    BiFunction<Object, TokenType, Map<String, ? extends @Nullable Object>> headers =
            (object, type) -> Map.of();

    @Override
    public @Nullable Object subjectOf(Object object) {
        return identity.apply(object);
    }

    @Override
    public Map<String, ? extends @Nullable Object> claimsFor(Object object, TokenType type) {
        return claims.apply(object, type);
    }

    @Override
    public Map<String, ? extends @Nullable Object> headersFor(Object object, TokenType type) {
        return headers.apply(object, type);
    }

    @Override
    public @Nullable JwsKey signingKeyFor(Object object) {
        return signingKey.apply(object);
    }

    /** Which of them are there, for the report. */
    String names() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("users", users);
        all.put("check", check);
        all.put("revocation", revocation);
        all.put("denylist", denylist);
        all.put("answers", answers.isEmpty() ? null : answers);
        all.put("listeners", listeners.isEmpty() ? null : listeners);
        all.values().removeIf(Objects::isNull);
        return all.isEmpty() ? "none" : String.join(", ", all.keySet());
    }
}
