package dev.jeton.spring.boot;

import dev.jeton.Jeton;
import dev.jeton.spring.JetonAuthorities;
import dev.jeton.spring.JetonReactiveSecurity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;

import reactor.core.publisher.Mono;

/** The filter chain of {@link JetonSecurityAutoConfiguration}, for Spring WebFlux. */
@AutoConfiguration(
        after = JetonWebFluxAutoConfiguration.class,
        before = {
            ReactiveUserDetailsServiceAutoConfiguration.class,
            ReactiveManagementWebSecurityAutoConfiguration.class,
            ReactiveWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ServerHttpSecurity.class, ReactiveWebSecurityAutoConfiguration.class})
@ConditionalOnBean(name = "jetonWebFilter")
@ConditionalOnMissingBean(SecurityWebFilterChain.class)
public final class JetonReactiveSecurityAutoConfiguration {
    @Bean
    SecurityWebFilterChain jetonSecurityWebFilterChain(
            ServerHttpSecurity http,
            ObjectProvider<Jeton> jetons,
            ObjectProvider<JetonAuthorities> authorities) {
        JetonReactiveSecurity tokens = JetonReactiveSecurity.jeton();
        jetons.ifUnique(jeton -> tokens.by(jeton.name()));
        authorities.ifAvailable(tokens::authorities);
        tokens.customize(http);
        return http.authorizeExchange(rules -> {
                    if (EndpointRules.isNeeded()) {
                        EndpointRules.add(rules);
                    }
                    rules.anyExchange().permitAll();
                })
                .build();
    }

    /** Nobody is known by a password here, so Boot need not make up a user. */
    @Bean
    @Conditional(NoUserInProperties.class)
    @ConditionalOnMissingBean({
        ReactiveAuthenticationManager.class,
        ReactiveAuthenticationManagerResolver.class,
        ReactiveUserDetailsService.class
    })
    ReactiveAuthenticationManager jetonReactiveAuthenticationManager() {
        return credentials -> Mono.error(new ProviderNotFoundException(NoUserInProperties.MEND));
    }

    /** As Boot does, also where Boot does not: in slices of tests. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(WebFilterChainProxy.class)
    @EnableWebFluxSecurity
    static class Enabled {}
}
