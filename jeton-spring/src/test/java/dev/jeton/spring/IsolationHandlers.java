package dev.jeton.spring;

import dev.jeton.testkit.attack.IsolationApplication;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The routes whose requests must not be mixed up, as controllers. What is answered later is so by a thread of the application's own. */
final class IsolationHandlers {
    private IsolationHandlers() {}

    private static ResponseEntity<byte[]> reply(
            IsolationApplication application, String path, Outcome outcome) {
        Map<String, Route> routes = application.routes().stream()
                .collect(Collectors.toMap(Route::path, Function.identity()));
        Answer answer = routes.get(path).handler().answer(outcome, new byte[0]);
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(answer.status());
        answer.headers().forEach(field -> reply.header(field.name(), field.value()));
        return reply.body(answer.body());
    }

    @RestController
    @JwtRequired(
            optional = true,
            locations = {Location.HEADERS, Location.COOKIES})
    static final class Mvc {
        private final IsolationApplication application;

        Mvc(IsolationApplication application) {
            this.application = application;
        }

        @GetMapping({"/plain", "/fails", "/together"})
        ResponseEntity<byte[]> now(HttpServletRequest request) {
            return reply(application, request.getRequestURI(), JetonMvc.authentication(request));
        }

        @GetMapping("/later")
        DeferredResult<ResponseEntity<byte[]>> later(HttpServletRequest request) {
            DeferredResult<ResponseEntity<byte[]>> result = new DeferredResult<>();
            application
                    .elsewhere()
                    .execute(() -> result.setResult(
                            reply(application, "/later", JetonMvc.authentication(request))));
            return result;
        }
    }

    @RestController
    @JwtRequired(
            optional = true,
            locations = {Location.HEADERS, Location.COOKIES})
    static final class Flux {
        private final IsolationApplication application;

        Flux(IsolationApplication application) {
            this.application = application;
        }

        @GetMapping({"/plain", "/fails", "/together"})
        ResponseEntity<byte[]> now(ServerWebExchange exchange) {
            return reply(
                    application,
                    exchange.getRequest().getURI().getRawPath(),
                    JetonWebFlux.authentication(exchange));
        }

        @GetMapping("/later")
        Mono<ResponseEntity<byte[]>> later(ServerWebExchange exchange) {
            return Mono.fromCallable(() ->
                            reply(application, "/later", JetonWebFlux.authentication(exchange)))
                    .subscribeOn(Schedulers.fromExecutor(application.elsewhere()));
        }
    }
}
