package dev.jeton.spring;

import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Spring lets no handler have a preflight. So the application under test answers it in a filter of its own, by the route's rule. */
record ConformancePreflights(List<Route> routes) {
    void register(GenericApplicationContext context, Stack stack) {
        if (stack.isReactive()) {
            context.registerBean("preflights", WebFilter.class, this::webFilter);
        } else {
            context.registerBean("preflights", Filter.class, this::filter);
        }
    }

    private Filter filter() {
        return (request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            Optional<Route> route = CorsUtils.isPreFlightRequest(http)
                    ? route(http.getRequestURI())
                    : Optional.empty();
            if (route.isPresent()) {
                answer(route.get(), http, (HttpServletResponse) response);
            } else {
                chain.doFilter(request, response);
            }
        };
    }

    private static void answer(
            Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JwtRequirement wanted = route.requirement();
        Outcome outcome = wanted == null
                ? JetonMvc.authentication(request)
                : JetonMvc.authenticate(request, response, wanted);
        Answer answer = route.handler().answer(outcome, new byte[0]);
        response.setStatus(answer.status());
        answer.headers().forEach(field -> response.addHeader(field.name(), field.value()));
        response.getOutputStream().write(answer.body());
    }

    private WebFilter webFilter() {
        return (exchange, chain) -> {
            Optional<Route> route =
                    org.springframework.web.cors.reactive.CorsUtils.isPreFlightRequest(
                                    exchange.getRequest())
                            ? route(exchange.getRequest().getURI().getRawPath())
                            : Optional.empty();
            return route.map(found -> answer(found, exchange))
                    .orElseGet(() -> chain.filter(exchange));
        };
    }

    private static Mono<Void> answer(Route route, ServerWebExchange exchange) {
        JwtRequirement wanted = route.requirement();
        Mono<Outcome> outcome = wanted == null
                ? Mono.fromSupplier(() -> JetonWebFlux.authentication(exchange))
                : JetonWebFlux.authenticate(exchange, wanted);
        return outcome.flatMap(found -> send(route.handler().answer(found, new byte[0]), exchange));
    }

    private static Mono<Void> send(Answer answer, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        answer.headers().forEach(field -> response.getHeaders().add(field.name(), field.value()));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }

    private Optional<Route> route(String path) {
        return routes.stream().filter(route -> route.path().equals(path)).findFirst();
    }
}
