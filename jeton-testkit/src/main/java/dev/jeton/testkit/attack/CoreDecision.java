package dev.jeton.testkit.attack;

import dev.jeton.JetonExchange;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What the core itself makes of a request's bytes, with no framework in between; every adapter is held to it. */
final class CoreDecision {
    private final AttackApplication application;

    CoreDecision(AttackApplication application) {
        this.application = application;
    }

    /** The answer of the route that stands at the request's path, or null when there is none of it. */
    @Nullable
    RawAnswer answer(RawRequest request) {
        Route route = application.routes().stream()
                .filter(candidate -> candidate.path().equals(request.path()))
                .filter(candidate -> candidate.methods().contains(request.method()))
                .findFirst()
                .orElse(null);
        if (route == null) {
            return null;
        }
        RawAnswer[] answer = new RawAnswer[1];
        application.journal().silently(() -> answer[0] = answer(route, request));
        return answer[0];
    }

    private RawAnswer answer(Route route, RawRequest request) {
        JetonExchange exchange = new JetonExchange(application.jetons(), request);
        Outcome outcome = route.requirement() == null
                ? exchange.outcome()
                : exchange.authenticate(route.requirement());
        Answer answer = outcome instanceof Outcome.Denied denied
                ? denied.answer()
                : route.handler().answer(outcome, content(request));
        List<HttpHeader> fields = new ArrayList<>(outcome.headers());
        fields.addAll(answer.headers());
        fields.addAll(exchange.complete(
                answer.status(),
                answer.headers().stream()
                        .filter(field -> field.name().equalsIgnoreCase("Set-Cookie"))
                        .map(HttpHeader::value)
                        .toList()));
        boolean head = request.method().equals("HEAD");
        return new RawAnswer(answer.status(), fields, head ? new byte[0] : answer.body(), false);
    }

    private static byte[] content(RawRequest request) {
        byte[] content = request.content();
        return content == null ? new byte[0] : content;
    }
}
