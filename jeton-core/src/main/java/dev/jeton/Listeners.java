package dev.jeton;

import dev.jeton.internal.HookLog;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Refusal;

import java.util.List;
import java.util.function.Consumer;

/** Tells the application's listeners, in order; what one throws is logged and keeps nobody else from hearing. */
record Listeners(List<JetonListener> all, HookLog log) implements JetonListener {
    @Override
    public void issued(TokenDraft token) {
        tell(listener -> listener.issued(token));
    }

    @Override
    public void refreshed(VerifiedJwt spent, TokenDraft access) {
        tell(listener -> listener.refreshed(spent, access));
    }

    @Override
    public void refused(Refusal refusal) {
        tell(listener -> listener.refused(refusal));
    }

    @Override
    public void revoked(VerifiedJwt token) {
        tell(listener -> listener.revoked(token));
    }

    private void tell(Consumer<JetonListener> news) {
        for (JetonListener listener : all) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                log.failed(System.Logger.Level.WARNING, "a JetonListener failed", e);
            }
        }
    }
}
