package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.util.Map;

/** The snippets of the guide's page about Spring, as far as they are about Spring WebFlux. */
class FluxGuideTest {
    private static final String SECRET = Stack.SECRET;

    @Configuration
    @Import(JetonWebFluxConfiguration.class)
    static class WebConfiguration {
        @Bean
        Jeton jeton() {
            return Jeton.withSecret(SECRET);
        }
    }

    @RestController
    static class Account {
        private final Jeton jeton;

        Account(Jeton jeton) {
            this.jeton = jeton;
        }

        @GetMapping("/me")
        @JwtRequired
        Mono<String> me() {
            return greeting();
        }

        private Mono<String> greeting() {
            return JetonWebFlux.jwt().map(jwt -> "hello, " + jwt.subject());
        }

        @PostMapping("/logout")
        @JwtRequired(logout = true)
        Mono<ResponseEntity<Void>> logout(VerifiedJwt jwt) {
            return Mono.fromRunnable(() -> jeton.logout(jwt))
                    .subscribeOn(Schedulers.boundedElastic())
                    .thenReturn(ResponseEntity.noContent().build());
        }
    }

    @Test
    @DisplayName("A token out of Reactor's context, and a logout off the event loop")
    void account() throws Exception {
        try (Application app = Stack.WEBFLUX.start(
                Map.of(), context -> {}, WebConfiguration.class, Account.class)) {
            Jeton jeton = app.context.getBean(Jeton.class);
            assertThat(app.http.get("/me").status()).isEqualTo(401);
            assertThat(app.http.get("/me", bearer(jeton, "ada")).body()).isEqualTo("hello, ada");
            assertThat(app.http.post("/logout", "", bearer(jeton, "ada")).status())
                    .isEqualTo(204);
        }
    }
}
