package dev.jeton.spring;

import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/**
 * Enforces the rule of the handler that Spring WebFlux has found, whatever the path looked like: the last thing before any handler,
 * of whatever kind. Hands those that may run to the adapter that knows them.
 */
final class FluxGuardAdapter implements HandlerAdapter, Ordered {
    private final RouteRules rules;
    private final SingletonSupplier<List<HandlerAdapter>> others;

    FluxGuardAdapter(RouteRules rules, ApplicationContext context) {
        this.rules = rules;
        this.others = SingletonSupplier.of(() -> others(context));
    }

    private static List<HandlerAdapter> others(ApplicationContext context) {
        return BeanFactoryUtils.beansOfTypeIncludingAncestors(
                        context, HandlerAdapter.class, true, false)
                .values()
                .stream()
                .filter(adapter -> !(adapter instanceof FluxGuardAdapter))
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .toList();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return adapter(handler) != null;
    }

    private @Nullable HandlerAdapter adapter(Object handler) {
        for (HandlerAdapter adapter : others.obtain()) {
            if (adapter.supports(handler)) {
                return adapter;
            }
        }
        return null;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        HandlerAdapter adapter = adapter(handler);
        if (adapter == null) {
            return Mono.error(new IllegalStateException("no adapter for " + handler));
        }
        JwtRequirement requirement = rules.of(handler).requirement();
        return requirement == null
                ? adapter.handle(exchange, handler)
                : FluxExchange.of(exchange)
                        .authenticate(requirement)
                        .flatMap(outcome -> goOn(outcome, exchange, adapter, handler));
    }

    private static Mono<HandlerResult> goOn(
            Outcome outcome, ServerWebExchange exchange, HandlerAdapter adapter, Object handler) {
        if (outcome instanceof Outcome.Denied denied) {
            return FluxAnswers.send(denied, exchange).then(Mono.empty());
        }
        FluxAnswers.addHeaders(outcome, exchange);
        return adapter.handle(exchange, handler);
    }
}
