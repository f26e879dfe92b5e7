package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What handlers are told of the token, as parameters and when they ask. */
class HandlerTest {
    record User(String name) {}

    private final Jeton jeton = Jeton.builder()
            .secretKey(Stack.SECRET)
            .users(jwt -> jwt.subject().equals("ghost") ? null : new User(jwt.subject()))
            .build();

    private final String alice = "Authorization: Bearer "
            + jeton.createAccessToken(
                    "alice",
                    token -> token.claims(
                                    Map.of("role", "clerk", "level", 7, "tags", List.of("a", "b")))
                            .roles("chief"));

    @RestController
    static class Handlers {
        @GetMapping("/jwt")
        @JwtRequired
        String jwt(VerifiedJwt jwt) {
            return jwt.subject();
        }

        @GetMapping("/optional")
        @JwtRequired(optional = true)
        String optional(Optional<VerifiedJwt> jwt, @Nullable VerifiedJwt same) {
            return jwt.map(VerifiedJwt::subject).orElse("nobody") + " " + (same != null);
        }

        @GetMapping("/user")
        @JwtRequired
        String user(@CurrentUser User user) {
            return user.name();
        }

        @GetMapping("/maybe")
        @JwtRequired(optional = true)
        String maybe(@CurrentUser Optional<User> user, @JwtClaim("role") Optional<String> role) {
            return user.map(User::name).orElse("nobody") + " " + role.orElse("-");
        }

        @GetMapping("/claims")
        @JwtRequired
        String claims(
                @JwtClaim("role") String role,
                @JwtClaim("level") int level,
                @JwtClaim("tags") List<String> tags,
                @JwtClaim("absent") Optional<String> absent) {
            return role + " " + level + " " + tags + " " + absent.isPresent();
        }

        @GetMapping("/level")
        @JwtRequired
        String level(@JwtClaim("role") int level) {
            return "level " + level;
        }

        @GetMapping("/absent")
        @JwtRequired
        String absent(@JwtClaim("absent") String absent) {
            return absent;
        }

        @GetMapping("/principal")
        @JwtRequired(optional = true)
        String principal(@Nullable Principal principal) {
            return principal == null ? "nobody" : principal.getName();
        }

        @GetMapping("/mono")
        @JwtRequired
        Mono<String> mono(VerifiedJwt jwt) {
            return Mono.fromSupplier(jwt::subject);
        }

        @GetMapping("/flux")
        @JwtRequired
        Flux<String> flux(VerifiedJwt jwt) {
            return Flux.just(jwt.subject(), "!");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("Handlers get the token, its user, its claims and its principal as parameters")
    void parameters(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Handlers.class)) {
            assertThat(app.http.get("/jwt", alice).body()).isEqualTo("alice");
            assertThat(app.http.get("/optional", alice).body()).isEqualTo("alice true");
            assertThat(app.http.get("/optional").body()).isEqualTo("nobody false");
            assertThat(app.http.get("/user", alice).body()).isEqualTo("alice");
            assertThat(app.http.get("/user", bearer(jeton, "ghost")).status()).isEqualTo(401);
            assertThat(app.http.get("/maybe", alice).body()).isEqualTo("alice clerk");
            assertThat(app.http.get("/maybe").body()).isEqualTo("nobody -");
            assertThat(app.http.get("/claims", alice).body()).isEqualTo("clerk 7 [a, b] false");
            assertThat(app.http.get("/principal", alice).body()).isEqualTo("alice");
            assertThat(app.http.get("/principal").body()).isEqualTo("nobody");
            assertThat(app.http.get("/mono", alice).body()).isEqualTo("alice");
            assertThat(app.http.get("/flux", alice).body()).contains("alice").contains("!");
            for (String path : List.of("/jwt", "/user", "/claims", "/mono", "/flux")) {
                assertThat(app.http.get(path).status()).as(path).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "A token without the claim that a handler wants is refused, and so is one with another kind of it")
    void wrongClaims(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Handlers.class)) {
            for (String path : List.of("/absent", "/level")) {
                Reply reply = app.http.get(path, alice);
                assertThat(reply.status()).as(path).isEqualTo(401);
                assertThat(reply.body()).as(path).contains("token_invalid");
                assertThat(reply.value("WWW-Authenticate").orElseThrow()).contains("invalid_token");
            }
        }
    }

    @RestController
    static class Asking {
        @GetMapping("/asks")
        @JwtRequired
        String asks(HttpServletRequest request) {
            return JetonMvc.jwt(request).subject() + " "
                    + JetonMvc.<User>user(request).name() + " " + request.getRemoteUser() + " "
                    + request.isUserInRole("chief") + " " + request.isUserInRole("clerk");
        }

        @GetMapping("/open")
        String open(HttpServletRequest request) {
            return JetonMvc.optionalJwt(request).isPresent() + " "
                    + JetonMvc.authentication(request).getClass().getSimpleName();
        }

        @GetMapping("/door")
        String door(HttpServletRequest request, HttpServletResponse response) {
            JetonMvc.authenticate(request, response, JwtRequirement.of(r -> r.roles("chief")));
            return "in: " + JetonMvc.jwt(request).subject();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "MVC.*", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName("Handlers of Spring MVC can ask, and can require more of the request")
    void askingMvc(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Asking.class)) {
            if (stack == Stack.MVC) {
                assertThat(app.http.get("/asks", alice).body())
                        .isEqualTo("alice alice alice true false");
            }
            assertThat(app.http.get("/open", alice).body()).isEqualTo("false Unchecked");
            assertThat(app.http.get("/door").status()).isEqualTo(401);
            assertThat(app.http.get("/door", bearer(jeton, "bob")).status()).isEqualTo(403);
            assertThat(app.http.get("/door", alice).body()).isEqualTo("in: alice");
        }
    }

    @RestController
    static class AskingFlux {
        @GetMapping("/asks")
        @JwtRequired
        Mono<String> asks(ServerWebExchange exchange) {
            return exchange.getPrincipal()
                    .map(principal -> JetonWebFlux.jwt(exchange).subject() + " "
                            + JetonWebFlux.<User>user(exchange).name() + " "
                            + principal.getName());
        }

        @GetMapping("/context")
        @JwtRequired(optional = true)
        Mono<String> context() {
            return Mono.just("x")
                    .delayElement(java.time.Duration.ofMillis(1))
                    .then(JetonWebFlux.jwt())
                    .map(VerifiedJwt::subject)
                    .defaultIfEmpty("nobody");
        }

        @GetMapping("/open")
        String open(ServerWebExchange exchange) {
            return JetonWebFlux.optionalJwt(exchange).isPresent() + " "
                    + JetonWebFlux.authentication(exchange).getClass().getSimpleName();
        }

        @GetMapping("/door")
        Mono<String> door(ServerWebExchange exchange) {
            return JetonWebFlux.authenticate(exchange, JwtRequirement.of(r -> r.roles("chief")))
                    .map(outcome -> "in: " + JetonWebFlux.jwt(exchange).subject());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "WEBFLUX.*", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName(
            "Handlers of Spring WebFlux can ask, also out of Reactor's context, and can require more")
    void askingFlux(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, AskingFlux.class)) {
            assertThat(app.http.get("/asks", alice).body()).isEqualTo("alice alice alice");
            assertThat(app.http.get("/context", alice).body()).isEqualTo("alice");
            assertThat(app.http.get("/context").body()).isEqualTo("nobody");
            assertThat(app.http.get("/open", alice).body()).isEqualTo("false Unchecked");
            assertThat(app.http.get("/door").status()).isEqualTo(401);
            assertThat(app.http.get("/door", bearer(jeton, "bob")).status()).isEqualTo(403);
            assertThat(app.http.get("/door", alice).body()).isEqualTo("in: alice");
        }
    }

    @RestController
    static class Several {
        @GetMapping("/site")
        @JwtRequired
        String site(VerifiedJwt jwt) {
            return jwt.subject();
        }

        @GetMapping("/admin")
        @JwtRequired(by = "admin")
        String admin(VerifiedJwt jwt) {
            return jwt.subject();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("Of several Jetons the one decides that the annotation names")
    void several(Stack stack) throws Exception {
        Jeton admins = Jeton.builder()
                .name("admin")
                .secretKey("Wq9tXz2LmB6vN4cR8yJ1kH5gF7dS3aPo")
                .build();
        try (Application app = stack.start(
                JetonResolver.of(jeton, admins), Map.of(), context -> {}, Several.class)) {
            assertThat(app.http.get("/site", alice).body()).isEqualTo("alice");
            assertThat(app.http.get("/admin", alice).status()).isEqualTo(401);
            assertThat(app.http.get("/admin", bearer(admins, "root")).body()).isEqualTo("root");
            assertThat(app.http.get("/site", bearer(admins, "root")).status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("FRM-27: two applications in one JVM know nothing of each other's tokens")
    void twoApplications() throws Exception {
        Jeton other = Jeton.withSecret("Wq9tXz2LmB6vN4cR8yJ1kH5gF7dS3aPo");
        try (Application one = Stack.MVC.start(jeton, Handlers.class);
                Application two = Stack.WEBFLUX.start(other, Handlers.class)) {
            assertThat(one.http.get("/jwt", alice).body()).isEqualTo("alice");
            assertThat(two.http.get("/jwt", alice).status()).isEqualTo(401);
            assertThat(two.http.get("/jwt", bearer(other, "bob")).body()).isEqualTo("bob");
        }
    }
}
