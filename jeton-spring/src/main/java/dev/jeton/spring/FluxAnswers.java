package dev.jeton.spring;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.Outcome;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.stream.Stream;

/** Sends refusals, of the guard or for what a token or a store did to a handler: before an advice for all exceptions takes them. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FluxAnswers {
    @ExceptionHandler({
        DeniedException.class,
        TokenRejectedException.class,
        CheckUnavailableException.class
    })
    Mono<Void> afterFailure(RuntimeException failure, ServerWebExchange exchange) {
        return denied(failure, exchange)
                .map(denied -> send(denied, exchange))
                .orElseGet(() -> Mono.error(failure));
    }

    private static Optional<Outcome.Denied> denied(
            RuntimeException failure, ServerWebExchange exchange) {
        return failure instanceof DeniedException refused
                ? Optional.of(refused.denied())
                : FluxExchange.of(exchange).jeton().afterFailure(failure);
    }

    /** Sends the answer, unless another is on its way already. */
    static Mono<Void> send(Outcome.Denied denied, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        Answer answer = denied.answer();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        HttpHeaders headers = response.getHeaders();
        headers.clearContentHeaders();
        Stream.concat(denied.headers().stream(), answer.headers().stream())
                .forEach(field -> add(field, headers));
        headers.setContentLength(answer.body().length);
        return answer.body().length == 0
                ? response.setComplete()
                : response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }

    static void addHeaders(Outcome outcome, ServerWebExchange exchange) {
        outcome.headers().forEach(field -> add(field, exchange.getResponse().getHeaders()));
    }

    /** Adds a field, once. */
    private static void add(HttpHeader field, HttpHeaders headers) {
        if (field.name().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            headers.set(field.name(), field.value());
        } else if (!headers.getOrEmpty(field.name()).contains(field.value())) {
            headers.add(field.name(), field.value());
        }
    }
}
