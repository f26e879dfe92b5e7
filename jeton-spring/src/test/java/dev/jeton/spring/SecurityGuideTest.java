package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;

/** The snippets of the guide's page about Spring, as far as they are about Spring Security. */
class SecurityGuideTest {
    @RestController
    static class Handlers {
        @GetMapping("/admin/keys")
        String keys(Principal principal) {
            return "keys of " + principal.getName();
        }

        @GetMapping("/audit")
        @JwtRequired
        @PreAuthorize("hasAuthority('SCOPE_audit')")
        String audit() {
            return "audit";
        }

        @GetMapping("/news")
        String news() {
            return "news";
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @EnableWebSecurity
    @EnableMethodSecurity
    @Import({JetonMvcConfiguration.class, Handlers.class})
    static class Servlets {
        @Bean
        Jeton jeton() {
            return Jeton.withSecret(Stack.SECRET);
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.with(JetonSecurity.jeton())
                    .authorizeHttpRequests(rules -> rules.requestMatchers("/admin/**")
                            .hasRole("admin")
                            .anyRequest()
                            .permitAll())
                    .build();
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @EnableWebFluxSecurity
    @Import({JetonWebFluxConfiguration.class, Handlers.class})
    static class Reactive {
        @Bean
        Jeton jeton() {
            return Jeton.withSecret(Stack.SECRET);
        }

        @Bean
        SecurityWebFilterChain chain(ServerHttpSecurity http) {
            JetonReactiveSecurity.jeton()
                    .authorities(jwt -> AuthorityUtils.createAuthorityList(jwt.roles()))
                    .customize(http);
            return http.authorizeExchange(rules -> rules.pathMatchers("/admin/**")
                            .hasAuthority("admin")
                            .anyExchange()
                            .permitAll())
                    .build();
        }
    }

    private static Application start(WebApplicationType type, Class<?> source) {
        return new Application(new SpringApplicationBuilder(source)
                .web(type)
                .properties(
                        "server.port=0", "spring.main.banner-mode=off", "logging.level.root=off")
                .run());
    }

    private static void check(Application app) throws Exception {
        Jeton jeton = app.context.getBean(Jeton.class);
        String admin = bearer(jeton.createAccessToken("root", token -> token.roles("admin")));
        assertThat(app.http.get("/news").body()).isEqualTo("news");
        assertThat(app.http.get("/admin/keys").body()).contains("token_missing");
        assertThat(app.http.get("/admin/keys", bearer(jeton, "ada")).status()).isEqualTo(403);
        assertThat(app.http.get("/admin/keys", admin).body()).isEqualTo("keys of root");
    }

    @Test
    @DisplayName("A filter chain of Spring Security knows the token's roles")
    void servlets() throws Exception {
        try (Application app = start(WebApplicationType.SERVLET, Servlets.class)) {
            check(app);
            Jeton jeton = app.context.getBean(Jeton.class);
            String auditor = bearer(jeton.createAccessToken("eve", token -> token.scopes("audit")));
            assertThat(app.http.get("/audit", bearer(jeton, "ada")).status()).isEqualTo(403);
            assertThat(app.http.get("/audit", auditor).body()).isEqualTo("audit");
        }
    }

    @Test
    @DisplayName("So does a reactive one, and its authorities can be the application's own")
    void reactive() throws Exception {
        try (Application app = start(WebApplicationType.REACTIVE, Reactive.class)) {
            check(app);
        }
    }
}
