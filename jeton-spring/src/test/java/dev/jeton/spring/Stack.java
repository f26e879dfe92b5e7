package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import java.util.Map;

/**
 * What an application stands on: each runs by Spring Boot, on a free port. Spring Security's own fields are off, so that Jeton's show.
 */
enum Stack {
    MVC(WebApplicationType.SERVLET, Mvc.class, false),
    MVC_SECURITY(WebApplicationType.SERVLET, MvcSecurity.class, true),
    WEBFLUX(WebApplicationType.REACTIVE, Flux.class, false),
    WEBFLUX_SECURITY(WebApplicationType.REACTIVE, FluxSecurity.class, true);

    static final String SECRET = "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE";

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    private final WebApplicationType type;
    private final Class<?> setup;
    private final boolean secured;

    Stack(WebApplicationType type, Class<?> setup, boolean secured) {
        this.type = type;
        this.setup = setup;
        this.secured = secured;
    }

    /** Whom Spring Security takes the present thread to work for, or null. */
    static @Nullable Object principalOfThread() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken
                ? null
                : known.getName();
    }

    boolean isReactive() {
        return type == WebApplicationType.REACTIVE;
    }

    /** Starts an application with these beans and settings. */
    Application start(
            JetonResolver jetons,
            Map<String, Object> settings,
            ApplicationContextInitializer<GenericApplicationContext> beans,
            Class<?>... sources) {
        return start(
                settings,
                context -> {
                    context.registerBean(JetonResolver.class, () -> jetons);
                    beans.initialize(context);
                },
                sources);
    }

    /** The same, with a Jeton among the sources. */
    Application start(
            Map<String, Object> settings,
            ApplicationContextInitializer<GenericApplicationContext> beans,
            Class<?>... sources) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(setup)
                .sources(sources)
                .web(type)
                .properties(Map.of(
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "server.netty.max-initial-line-length", "32KB",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "off"))
                .properties(settings)
                .initializers(beans);
        if (!secured) {
            builder.properties(
                    Map.of(
                            "spring.autoconfigure.exclude",
                            String.join(
                                    ",",
                                    SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
                                    SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
                                    SECURITY
                                            + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
                                    SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration",
                                    SECURITY
                                            + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration")));
        }
        return new Application(builder.run());
    }

    Application start(Jeton jeton, Class<?>... sources) {
        return start(JetonResolver.of(jeton), Map.of(), context -> {}, sources);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(JetonMvcConfiguration.class)
    static class Mvc {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableWebSecurity
    @Import(JetonMvcConfiguration.class)
    static class MvcSecurity {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.with(JetonSecurity.jeton())
                    .headers(headers -> headers.disable())
                    .authorizeHttpRequests(rules -> rules.requestMatchers("/chain/admin")
                            .hasRole("admin")
                            .requestMatchers("/chain/**")
                            .authenticated()
                            .anyRequest()
                            .permitAll())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(JetonWebFluxConfiguration.class)
    static class Flux {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableWebFluxSecurity
    @Import(JetonWebFluxConfiguration.class)
    static class FluxSecurity {
        @Bean
        SecurityWebFilterChain chain(ServerHttpSecurity http) {
            JetonReactiveSecurity.jeton().customize(http);
            return http.headers(headers -> headers.disable())
                    .authorizeExchange(rules -> rules.pathMatchers("/chain/admin")
                            .hasRole("admin")
                            .pathMatchers("/chain/**")
                            .authenticated()
                            .anyExchange()
                            .permitAll())
                    .build();
        }
    }
}
