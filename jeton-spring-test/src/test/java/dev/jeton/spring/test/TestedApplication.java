package dev.jeton.spring.test;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.JwtRequired;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/** What the tests send requests to: no key is configured. */
final class TestedApplication {
    static final String WITHOUT_SECURITY = "spring.autoconfigure.exclude="
            + "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,"
            + "dev.jeton.spring.boot.JetonSecurityAutoConfiguration";

    static final String COOKIES = "jeton.locations=headers,cookies";

    private TestedApplication() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Routes.class)
    static class Plain {}

    /** With Spring Security's annotations heeded. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableMethodSecurity
    @Import(Routes.class)
    static class Servlets {}

    /** The same for WebFlux. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableReactiveMethodSecurity
    @Import(Routes.class)
    static class Reactive {}

    @RestController
    static class Routes {
        @GetMapping("/me")
        @JwtRequired
        String me(VerifiedJwt jwt) {
            return jwt.subject();
        }

        @GetMapping("/password")
        @JwtRequired(fresh = true)
        String password() {
            return "password";
        }

        @PostMapping("/change")
        @JwtRequired
        String change() {
            return "changed";
        }

        @PostMapping("/refresh")
        @JwtRequired(refresh = true)
        String refresh() {
            return "refreshed";
        }

        @GetMapping("/office")
        @PreAuthorize("hasRole('admin')")
        Mono<String> office() {
            return Mono.just("office");
        }

        @GetMapping("/reports")
        @JwtRequired(roles = "admin", scopes = "reports")
        String reports() {
            return "reports";
        }
    }
}
