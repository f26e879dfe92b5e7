package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.web.Outcome;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.authorization.HttpStatusServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Makes Jeton's tokens the authentication of a {@code SecurityWebFilterChain}: {@code jeton().customize(http)}. All that is said of
 * {@link JetonSecurity} holds here.
 */
public final class JetonReactiveSecurity implements Customizer<ServerHttpSecurity> {
    private JetonAuthorities authorities = JetonAuthorities.rolesAndScopes();
    private SecurityRequirements requirements = SecurityRequirements.DEFAULT;

    private JetonReactiveSecurity() {}

    /** With authorities from the roles and scopes of a token. */
    public static JetonReactiveSecurity jeton() {
        return new JetonReactiveSecurity();
    }

    /** With these authorities. */
    public JetonReactiveSecurity authorities(JetonAuthorities mapping) {
        authorities = mapping;
        return this;
    }

    /** The Jeton of this name decides. */
    public JetonReactiveSecurity by(String name) {
        requirements = SecurityRequirements.by(name);
        return this;
    }

    @Override
    public void customize(ServerHttpSecurity http) {
        http.csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint((exchange, unauthenticated) ->
                                        unauthenticated(exchange, requirements))
                                .accessDeniedHandler(JetonReactiveSecurity::refused))
                .addFilterAt(this::tell, SecurityWebFiltersOrder.AUTHENTICATION);
    }

    /** Spring Security finds out when it asks, and asks anew when the handler's own rule has been met. */
    private Mono<Void> tell(ServerWebExchange exchange, WebFilterChain chain) {
        FluxExchange entered = FluxExchange.of(exchange);
        Mono<Outcome> anyone =
                Mono.defer(() -> entered.authenticate(requirements.anyone())).cache();
        return chain.filter(exchange).contextWrite(context -> {
            Mono<SecurityContext> others = context.<Mono<SecurityContext>>getOrEmpty(
                            SecurityContext.class)
                    .orElseGet(Mono::empty);
            Context ours = ReactiveSecurityContextHolder.withSecurityContext(
                    Mono.defer(() -> ask(entered.jeton(), anyone)).switchIfEmpty(others));
            return context.putAll(ours.readOnly());
        });
    }

    /** The bearer whom the handler's rule has let through, or nobody; before that, anyone, and asked once only. */
    private Mono<SecurityContext> ask(JetonExchange exchange, Mono<Outcome> anyone) {
        Mono<Outcome> outcome = SecurityRequirements.isDecided(exchange)
                ? Mono.justOrEmpty(SecurityRequirements.admitted(exchange))
                : anyone;
        return outcome.ofType(Outcome.Authenticated.class)
                .map(bearer -> new SecurityContextImpl(
                        new JetonAuthentication(bearer, authorities.of(bearer.jwt()))));
    }

    private static Mono<Void> unauthenticated(
            ServerWebExchange exchange, SecurityRequirements requirements) {
        FluxExchange entered = FluxExchange.of(exchange);
        return entered.authenticate(requirements.anyone())
                .filter(Outcome.Denied.class::isInstance)
                .switchIfEmpty(Mono.defer(() -> entered.authenticate(requirements.somebody())))
                .ofType(Outcome.Denied.class)
                .flatMap(denied -> FluxAnswers.send(denied, exchange));
    }

    private static Mono<Void> refused(ServerWebExchange exchange, AccessDeniedException refusal) {
        return SecurityRequirements.refusal(FluxExchange.of(exchange).jeton())
                .map(denied -> FluxAnswers.send(denied, exchange))
                .orElseGet(() -> new HttpStatusServerAccessDeniedHandler(HttpStatus.FORBIDDEN)
                        .handle(exchange, refusal));
    }
}
