package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.JetonResolver;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/** Opens a request's exchange, protected or not, which completes its answer: in front of all that may read the body or answer. */
record JetonWebFilter(JetonResolver jetons, FluxAnswers answers) implements WebFilter, Ordered {
    private static final int ORDER = HIGHEST_PRECEDENCE + 100;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        FluxExchange entered = FluxExchange.enter(exchange, jetons);
        return chain.filter(entered)
                .onErrorResume(
                        RuntimeException.class, failure -> answers.afterFailure(failure, entered))
                .contextWrite(context -> context.put(JetonExchange.class, entered.jeton()));
    }
}
