package dev.jeton.spring;

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

    @Override
    public void customize(ServerHttpSecurity http) {
        http.csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (exchange, unauthenticated) -> unauthenticated(exchange))
                        .accessDeniedHandler(JetonReactiveSecurity::refused))
                .addFilterAt(this::tell, SecurityWebFiltersOrder.AUTHENTICATION);
    }

    /** Spring Security finds out when it asks, and asks anew when the handler's own rule has been met. */
    private Mono<Void> tell(ServerWebExchange exchange, WebFilterChain chain) {
        FluxExchange entered = FluxExchange.of(exchange);
        return chain.filter(exchange).contextWrite(context -> {
            Mono<SecurityContext> others = context.<Mono<SecurityContext>>getOrEmpty(
                            SecurityContext.class)
                    .orElseGet(Mono::empty);
            Context ours = ReactiveSecurityContextHolder.withSecurityContext(
                    Mono.defer(() -> ask(entered)).switchIfEmpty(others));
            return context.putAll(ours.readOnly());
        });
    }

    private Mono<SecurityContext> ask(FluxExchange exchange) {
        Mono<Outcome> outcome = exchange.jeton().outcome() instanceof Outcome.Authenticated admitted
                ? Mono.just(admitted)
                : exchange.authenticate(SecurityRequirements.ANYONE);
        return outcome.ofType(Outcome.Authenticated.class)
                .map(bearer -> new SecurityContextImpl(
                        new JetonAuthentication(bearer, authorities.of(bearer.jwt()))));
    }

    private static Mono<Void> unauthenticated(ServerWebExchange exchange) {
        FluxExchange entered = FluxExchange.of(exchange);
        return entered.authenticate(SecurityRequirements.ANYONE)
                .filter(Outcome.Denied.class::isInstance)
                .switchIfEmpty(
                        Mono.defer(() -> entered.authenticate(SecurityRequirements.SOMEBODY)))
                .ofType(Outcome.Denied.class)
                .flatMap(denied -> FluxAnswers.send(denied, exchange));
    }

    private static Mono<Void> refused(ServerWebExchange exchange, AccessDeniedException refusal) {
        FluxExchange entered = FluxExchange.of(exchange);
        return entered.jeton().outcome() instanceof Outcome.Authenticated bearer
                ? entered.authenticate(SecurityRequirements.somebodyElse(bearer))
                        .ofType(Outcome.Denied.class)
                        .flatMap(denied -> FluxAnswers.send(denied, exchange))
                : new HttpStatusServerAccessDeniedHandler(HttpStatus.FORBIDDEN)
                        .handle(exchange, refusal);
    }
}
