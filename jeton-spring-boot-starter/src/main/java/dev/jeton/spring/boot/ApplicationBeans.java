package dev.jeton.spring.boot;

import dev.jeton.JetonBuilder;
import dev.jeton.JetonListener;
import dev.jeton.failure.Reason;
import dev.jeton.jose.KeySource;
import dev.jeton.session.Denylist;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.Answer;
import dev.jeton.web.AnswerOverride;
import dev.jeton.web.Refusal;
import dev.jeton.web.TokenCheck;
import dev.jeton.web.UserLookup;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Hands the application's beans to the builder. Two of a kind, of which none is primary, stop the start: a check that is left
 * out lets requests in.
 */
record ApplicationBeans(BeanFactory beans) {
    void applyTo(JetonBuilder builder) {
        one(KeySource.class, builder::keys);
        one(UserLookup.class, builder::users);
        one(TokenCheck.class, builder::check);
        one(RevocationCheck.class, builder::revocation);
        one(Denylist.class, builder::denylist);
        one(AdditionalClaims.class, claims -> builder.additionalClaims(claims::claimsFor));
        beans.getBeanProvider(Clock.class).ifUnique(builder::clock);
        beans.getBeanProvider(JetonListener.class).orderedStream().forEach(builder::listener);
        answers(builder);
    }

    private <T> void one(Class<T> type, Consumer<T> use) {
        beans.getBeanProvider(type).ifAvailable(use);
    }

    /** Each is asked about every refusal; the first that has an answer gives it. */
    private void answers(JetonBuilder builder) {
        List<AnswerOverride> all =
                beans.getBeanProvider(AnswerOverride.class).orderedStream().toList();
        if (!all.isEmpty()) {
            for (Reason reason : Reason.values()) {
                builder.answer(reason, refusal -> first(all, refusal));
            }
        }
    }

    private static @Nullable Answer first(List<AnswerOverride> all, Refusal refusal) {
        return all.stream()
                .map(override -> override.answer(refusal))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
