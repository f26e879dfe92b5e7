package dev.jeton.testkit.attack;

import dev.jeton.JetonExchange;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;

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
        Route route = route(request);
        if (route == null) {
            return null;
        }
        RawAnswer[] answer = new RawAnswer[1];
        application.journal().silently(() -> answer[0] = answer(route, request));
        return answer[0];
    }

    private @Nullable Route route(RawRequest request) {
        return application.routes().stream()
                .filter(candidate -> candidate.path().equals(request.path()))
                .filter(candidate -> candidate.methods().contains(request.method()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the answer is there before anybody has asked for the request's body. */
    boolean leavesBody(RawRequest request) {
        if (content(request).length == 0) {
            return false;
        }
        Route route = route(request);
        if (route == null) {
            return true;
        }
        boolean[] left = new boolean[1];
        application.journal().silently(() -> left[0] = leavesBody(route, request));
        return left[0];
    }

    private boolean leavesBody(Route route, RawRequest request) {
        if (route.requirement() == null) {
            return false;
        }
        WatchedBody watched = new WatchedBody(request);
        Outcome outcome =
                new JetonExchange(application.jetons(), watched).authenticate(route.requirement());
        return outcome instanceof Outcome.Denied && !watched.isRead;
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
                fields.stream()
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

    /** A request that knows whether its body has been asked for. */
    private static final class WatchedBody implements WebRequest {
        private final RawRequest request;
        private boolean isRead;

        WatchedBody(RawRequest request) {
            this.request = request;
        }

        @Override
        public String method() {
            return request.method();
        }

        @Override
        public String path() {
            return request.path();
        }

        @Override
        public List<String> headers(String name) {
            return request.headers(name);
        }

        @Override
        public @Nullable String rawQuery() {
            return request.rawQuery();
        }

        @Override
        public byte @Nullable [] body(int limit) {
            isRead = true;
            return request.body(limit);
        }
    }
}
