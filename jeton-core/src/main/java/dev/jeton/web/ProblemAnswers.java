package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.internal.Json;
import dev.jeton.web.wire.Answers;
import dev.jeton.web.wire.Evidence;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The default answers: a problem body (RFC 9457) with a public code, and a challenge (RFC 6750 §3, RFC 9470 §3) made of constants and
 * the route's own requirement. Nothing of the request is repeated.
 */
final class ProblemAnswers implements Answers {
    private static final HttpHeader RETRY = new HttpHeader("Retry-After", "5");

    private final String scheme;

    ProblemAnswers(WebSettings settings) {
        scheme = settings.headerScheme().isEmpty() ? "Bearer" : settings.headerScheme();
    }

    @Override
    public Answer answer(Refusal refusal, Evidence evidence) {
        PublicCode code = PublicCode.of(refusal.reason());
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Content-Type", "application/problem+json"));
        String challenge = challenge(refusal, code);
        if (challenge != null) {
            headers.add(new HttpHeader("WWW-Authenticate", challenge));
        }
        if (refusal.reason() == Reason.CHECK_UNAVAILABLE) {
            headers.add(RETRY);
        }
        return new Answer(code.status(), headers, body(refusal, code));
    }

    private static byte[] body(Refusal refusal, PublicCode code) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("title", code.phrase());
        members.put("status", (long) code.status());
        members.put("detail", code.detail());
        members.put("code", code.text());
        if (refusal.reference() != null) {
            members.put("reference", refusal.reference());
        }
        return Json.write(members);
    }

    private @Nullable String challenge(Refusal refusal, PublicCode code) {
        if (code.error() == null) {
            return code.status() == 401 ? scheme : null;
        }
        StringBuilder challenge = new StringBuilder(scheme);
        challenge.append(" error=\"").append(code.error()).append('"');
        Duration maxAge = refusal.requirement().maxAuthAge();
        if (code == PublicCode.FRESH_TOKEN_REQUIRED && maxAge != null) {
            challenge.append(", max_age=\"").append(maxAge.toSeconds()).append('"');
        }
        if (code == PublicCode.SCOPE_MISSING) {
            String scopes = String.join(" ", refusal.requirement().scopes());
            challenge.append(", scope=\"").append(scopes).append('"');
        }
        return challenge.toString();
    }
}
