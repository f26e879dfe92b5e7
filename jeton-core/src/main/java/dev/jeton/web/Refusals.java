package dev.jeton.web;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.HookLog;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.TokenCookies.Options;
import dev.jeton.web.wire.Answers;
import dev.jeton.web.wire.Forgiveness;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes outcomes of refusals: forgiven on an optional route, else denied with an answer. */
final class Refusals {
    private final WebSettings settings;
    private final Answers answers;
    private final TokenCookies cookies;
    private final Completions completions;
    private final HookLog log;

    Refusals(WebSettings settings, TokenCookies cookies, Completions completions, HookLog log) {
        this.settings = settings;
        this.answers = settings.profile().answers().apply(settings);
        this.cookies = cookies;
        this.completions = completions;
        this.log = log;
    }

    Outcome refuse(Attempt attempt, Reason reason, @Nullable String claim) {
        Refusal refusal = refusal(attempt, reason, claim, null);
        Forgiveness forgiveness = settings.profile().forgiveness();
        if (attempt.requirement.isOptional() && forgiveness.forgives(refusal)) {
            List<HttpHeader> headers = forgiveness.clearsCookie() ? clearing(attempt) : List.of();
            return new Outcome.Anonymous(headers, completions.of(attempt));
        }
        return deny(attempt, refusal);
    }

    /** A hook failed: whether the token is good is not known, and so it does not pass. */
    Outcome.Denied failed(Attempt attempt, Exception failure) {
        boolean unavailable = failure instanceof CheckUnavailableException;
        String reference = unavailable
                ? log.failed(Level.WARNING, "a check could not be made", failure)
                : log.failed(Level.ERROR, "a hook failed, and the request was refused", failure);
        Reason reason = unavailable ? Reason.CHECK_UNAVAILABLE : Reason.ERROR;
        return deny(attempt, refusal(attempt, reason, null, reference));
    }

    Outcome.Denied refuseHandled(Attempt attempt, TokenRejectedException rejected) {
        return deny(attempt, refusal(attempt, rejected.reason(), rejected.claim(), null));
    }

    private static Refusal refusal(
            Attempt attempt, Reason reason, @Nullable String claim, @Nullable String reference) {
        return new Refusal(
                reason,
                claim,
                attempt.requirement,
                Optional.ofNullable(attempt.location),
                Optional.ofNullable(attempt.examined).map(examined -> examined.claims()),
                attempt.request,
                reference);
    }

    private Outcome.Denied deny(Attempt attempt, Refusal refusal) {
        tell(refusal);
        Answer answer;
        try {
            answer = answer(attempt, refusal);
        } catch (RuntimeException failure) {
            String reference =
                    log.failed(Level.ERROR, "the answer to " + refusal + " failed", failure);
            Refusal error = refusal(attempt, Reason.ERROR, null, reference);
            return denied(attempt, error, answers.answer(error, attempt.evidence()));
        }
        return denied(attempt, refusal, answer);
    }

    private Answer answer(Attempt attempt, Refusal refusal) {
        AnswerOverride override = settings.answers().get(refusal.reason());
        Answer own = override == null ? null : override.answer(refusal);
        return own == null ? answers.answer(refusal, attempt.evidence()) : own;
    }

    private Outcome.Denied denied(Attempt attempt, Refusal refusal, Answer answer) {
        List<HttpHeader> headers = new ArrayList<>(Completions.ofLocation(attempt.location));
        if (refusal.reason() == Reason.REQUEST_AMBIGUOUS && attempt.location == Location.COOKIES) {
            headers.addAll(cookies.unsetVariants(attempt.requirement.types()));
        }
        return new Outcome.Denied(refusal, answer, headers, completions.of(attempt));
    }

    private void tell(Refusal refusal) {
        try {
            settings.listener().refused(refusal);
        } catch (RuntimeException failure) {
            log.failed(Level.WARNING, "a listener failed", failure);
        }
    }

    /** Clears the cookie that the forgiven token stood in. */
    private List<HttpHeader> clearing(Attempt attempt) {
        String token = Objects.requireNonNull(attempt.token).text();
        List<TokenType> stale = attempt.requirement.types().stream()
                .filter(type -> attempt.parts.cookies(cookies.name(type)).contains(token))
                .toList();
        return cookies.unset(stale, Options.CONFIGURED);
    }
}
