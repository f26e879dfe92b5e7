package dev.jeton.spring.boot;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.util.ClassUtils;

/** Who may see Actuator's endpoints where Boot would ask for its one user: bearers of a role of their own, for users of a site are many. */
final class EndpointRules {
    /** Of tokens. */
    static final String ROLE = "actuator";

    private static final String HEALTH = "health";

    private EndpointRules() {}

    /** Whether Actuator is there. */
    static boolean isNeeded() {
        return ClassUtils.isPresent(
                "org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration",
                EndpointRules.class.getClassLoader());
    }

    static void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        rules.requestMatchers(EndpointRequest.to(HEALTH))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .hasRole(ROLE);
    }

    static void add(ServerHttpSecurity.AuthorizeExchangeSpec rules) {
        rules.matchers(org.springframework.boot.security.autoconfigure.actuate.web.reactive
                        .EndpointRequest.to(HEALTH))
                .permitAll()
                .matchers(org.springframework.boot.security.autoconfigure.actuate.web.reactive
                        .EndpointRequest.toAnyEndpoint())
                .hasRole(ROLE);
    }
}
