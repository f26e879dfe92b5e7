package dev.jeton.spring;

import dev.jeton.JetonListener;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;

/** Makes application events of what a Jeton tells: add it with {@code Jeton.builder().listener(...)}. */
public final class JetonEventPublisher implements JetonListener {
    private final ApplicationEventPublisher events;

    public JetonEventPublisher(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void issued(TokenDraft token) {
        events.publishEvent(new JetonEvent.Issued(token));
    }

    @Override
    public void refreshed(VerifiedJwt spent, TokenDraft access) {
        events.publishEvent(new JetonEvent.Refreshed(spent, access));
    }

    @Override
    public void refused(Refusal refusal) {
        events.publishEvent(new JetonEvent.Refused(refusal));
    }

    @Override
    public void revoked(VerifiedJwt token) {
        events.publishEvent(new JetonEvent.Revoked(token));
    }
}
