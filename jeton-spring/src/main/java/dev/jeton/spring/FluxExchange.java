package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.JetonResolver;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Needs;
import dev.jeton.web.Outcome;
import dev.jeton.web.RequestAuthenticator;

import org.springframework.core.ResolvableType;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An exchange as handlers see it behind the filter: with its principal, and a body that they can read although Jeton has. */
final class FluxExchange extends ServerWebExchangeDecorator {
    private static final String ATTRIBUTE = FluxExchange.class.getName();

    /** As many bytes of a form are looked at before its fields are read. */
    private static final int KEPT = 64 * 1024;

    /** Bodies that Spring reads from underneath, and that hold no token. */
    private static final MediaType PARTS = new MediaType("multipart");

    private static final ResolvableType FIELDS =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);

    private final JetonResolver jetons;
    private final FluxBody body;
    private final FluxRequest request;
    private final JetonExchange exchange;
    private final Mono<MultiValueMap<String, String>> form;

    private FluxExchange(ServerWebExchange exchange, JetonResolver jetons) {
        super(exchange);
        this.jetons = jetons;
        this.body = new FluxBody(
                exchange.getRequest().getBody(), exchange.getResponse().bufferFactory());
        this.request = new FluxRequest(exchange.getRequest(), body);
        this.exchange = new JetonExchange(jetons, request);
        this.form = Mono.defer(() -> body.peek(KEPT))
                .then(Mono.defer(
                        () -> new FormHttpMessageReader().readMono(FIELDS, request, Map.of())))
                .cache();
    }

    static FluxExchange enter(ServerWebExchange exchange, JetonResolver jetons) {
        FluxExchange entered = new FluxExchange(exchange, jetons);
        exchange.getAttributes().put(ATTRIBUTE, entered);
        exchange.getResponse().beforeCommit(entered::complete);
        return entered;
    }

    static FluxExchange of(ServerWebExchange exchange) {
        if (exchange.getAttribute(ATTRIBUTE) instanceof FluxExchange entered) {
            return entered;
        }
        throw new IllegalStateException("the bean jetonWebFilter has not seen this request");
    }

    JetonExchange jeton() {
        return exchange;
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Principal> Mono<T> getPrincipal() {
        return Mono.defer(() -> exchange.optionalJwt()
                .map(jwt -> Mono.just((T) new Subject(jwt.subject())))
                .orElseGet(super::getPrincipal));
    }

    @Override
    public Mono<MultiValueMap<String, String>> getFormData() {
        return isSent(MediaType.APPLICATION_FORM_URLENCODED) ? form : super.getFormData();
    }

    private boolean isSent(MediaType type) {
        try {
            return type.includes(request.getHeaders().getContentType());
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** Decides about the request: at once where that takes no waiting, else elsewhere than on the event loop. */
    Mono<Outcome> authenticate(JwtRequirement requirement) {
        RequestAuthenticator authenticator =
                jetons.resolve(request, requirement.by()).authenticator();
        Needs needs = authenticator.needs(request, requirement);
        Mono<Outcome> outcome = Mono.fromCallable(() -> exchange.authenticate(requirement));
        if (needs.blocking()) {
            outcome = outcome.subscribeOn(Schedulers.boundedElastic());
        }
        return needs.body() && !isSent(PARTS)
                ? body.peek(authenticator.bodyLimit()).then(outcome)
                : outcome;
    }

    /** Adds what the core adds to the answer, once. A renewal may ask the application's hooks, so it keeps off the event loop. */
    private Mono<Void> complete() {
        Mono<Void> added = Mono.fromRunnable(this::addHeaders);
        return request.getHeaders().containsHeader("Cookie")
                ? added.subscribeOn(Schedulers.boundedElastic())
                : added;
    }

    private void addHeaders() {
        ServerHttpResponse response = getResponse();
        List<String> cookies = new ArrayList<>(response.getHeaders().getOrEmpty("Set-Cookie"));
        response.getCookies().keySet().forEach(name -> cookies.add(name + "="));
        int status = response.getStatusCode() == null
                ? 200
                : response.getStatusCode().value();
        exchange.complete(status, cookies)
                .forEach(field -> response.getHeaders().add(field.name(), field.value()));
    }
}
