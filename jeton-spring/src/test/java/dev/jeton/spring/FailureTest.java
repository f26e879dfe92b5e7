package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** What handlers throw over tokens is answered as a refusal, before an advice of the application's takes it for an error. */
class FailureTest {
    private static final Jeton JETON = Jeton.withSecret(Stack.SECRET);

    private static String reject() {
        return JETON.verifier().verify("a.b.c").subject();
    }

    private static String fail() {
        throw new CheckUnavailableException("the store is away");
    }

    @RestControllerAdvice
    static class Advice {
        @ExceptionHandler(Exception.class)
        ResponseEntity<String> any(Exception any) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body("advice");
        }
    }

    @RestController
    static class Handlers {
        @GetMapping("/rejected")
        String rejected() {
            return reject();
        }

        @GetMapping("/rejected/later")
        CompletableFuture<String> rejectedLater() {
            return CompletableFuture.supplyAsync(FailureTest::reject);
        }

        @GetMapping("/rejected/mono")
        Mono<String> rejectedMono() {
            return Mono.fromSupplier(FailureTest::reject);
        }

        @GetMapping("/unavailable")
        @JwtRequired(optional = true)
        String unavailable() {
            return fail();
        }

        @GetMapping("/unavailable/later")
        CompletableFuture<String> unavailableLater() {
            return CompletableFuture.supplyAsync(FailureTest::fail);
        }

        @GetMapping("/logout")
        @JwtRequired(logout = true)
        String logout() {
            return fail();
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("broken");
        }
    }

    @RestController
    static class MvcHandlers {
        @GetMapping("/rejected/callable")
        Callable<String> callable() {
            return FailureTest::reject;
        }

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .GET("/rejected/function", request -> ServerResponse.ok().body(reject()))
                    .build();
        }
    }

    private static void check(Application app, List<String> rejected) throws Exception {
        for (String path : rejected) {
            Reply reply = app.http.get(path);
            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.value("WWW-Authenticate").orElseThrow()).contains("invalid_token");
            assertThat(reply.body()).as(path).contains("token_invalid");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "A rejected token is 401, a store that is away 503 with the logout's cookies, and all else the application's")
    void answered(Stack stack) throws Exception {
        try (Application app = stack.start(JETON, Handlers.class, Advice.class)) {
            check(app, List.of("/rejected", "/rejected/later", "/rejected/mono"));
            for (String path : List.of("/unavailable", "/unavailable/later")) {
                assertThat(app.http.get(path).status()).as(path).isEqualTo(503);
            }
            Reply logout = app.http.get("/logout", bearer(JETON, "alice"));
            assertThat(logout.status()).isEqualTo(503);
            assertThat(logout.values("Set-Cookie")).hasSize(3);
            assertThat(app.http.get("/broken").body()).isEqualTo("advice");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "MVC.*", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName("So is what Spring MVC's callables and functions throw")
    void answeredMvc(Stack stack) throws Exception {
        try (Application app = stack.start(JETON, MvcHandlers.class, Advice.class)) {
            check(app, List.of("/rejected/callable", "/rejected/function"));
        }
    }
}
