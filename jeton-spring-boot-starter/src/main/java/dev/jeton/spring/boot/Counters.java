package dev.jeton.spring.boot;

import dev.jeton.JetonListener;
import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Refusal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts what happens. All tags are of closed sets, and all counters are there from the start, so that rates begin at zero. */
final class Counters implements JetonListener {
    private final Map<TokenType, Counter> issued = new EnumMap<>(TokenType.class);
    private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);
    private final Map<TokenType, Counter> revoked = new EnumMap<>(TokenType.class);
    private final Counter refreshed;

    Counters(MeterRegistry registry) {
        for (TokenType type : TokenType.values()) {
            issued.put(type, counter("jeton.tokens.issued", "type", type.claim(), registry));
            revoked.put(type, counter("jeton.tokens.revoked", "type", type.claim(), registry));
        }
        for (Reason reason : Reason.values()) {
            refused.put(
                    reason, counter("jeton.requests.refused", "reason", reason.code(), registry));
        }
        refreshed = Counter.builder("jeton.logins.refreshed").register(registry);
    }

    private static Counter counter(String name, String tag, String value, MeterRegistry registry) {
        return Counter.builder(name).tag(tag, value).register(registry);
    }

    @Override
    public void issued(TokenDraft token) {
        Objects.requireNonNull(issued.get(token.type())).increment();
    }

    @Override
    public void refreshed(VerifiedJwt spent, TokenDraft access) {
        refreshed.increment();
    }

    @Override
    public void refused(Refusal refusal) {
        Objects.requireNonNull(refused.get(refusal.reason())).increment();
    }

    @Override
    public void revoked(VerifiedJwt token) {
        Objects.requireNonNull(revoked.get(token.type())).increment();
    }
}
