package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;

/** Handlers that say nothing: open, or closed where the application wants it so (FRM-11). */
class DefaultDenyTest {
    private static final Map<String, Object> ACTUATOR = Map.of(
            "management.endpoints.web.exposure.include", "*",
            "spring.web.resources.static-locations", "classpath:/static-of-tests/");

    private final Jeton jeton = Jeton.withSecret(Stack.SECRET);

    @RestController
    static class Handlers {
        @GetMapping("/silent")
        String silent() {
            return "silent";
        }

        @GetMapping("/open")
        @PublicRoute
        String open() {
            return "open";
        }

        @GetMapping("/fails")
        @PublicRoute
        String fails() {
            throw new IllegalStateException("broken");
        }
    }

    private Application start(Stack stack, JetonRoutes routes) {
        return stack.start(
                JetonResolver.of(jeton),
                ACTUATOR,
                context -> context.registerBean(JetonRoutes.class, () -> routes),
                Handlers.class,
                stack.isReactive() ? FluxRoutes.class : MvcRoutes.class);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-11: all that says nothing can be closed: handlers, functions, static files, welcome pages, actuator")
    void closed(Stack stack) throws Exception {
        try (Application app = start(stack, JetonRoutes.defaults().protectAll())) {
            String alice = bearer(jeton, "alice");
            for (String path : List.of(
                    "/silent",
                    "/function",
                    "/file.txt",
                    "/",
                    "/index.html",
                    "/actuator",
                    "/actuator/health",
                    "/actuator/env")) {
                Reply refused = app.http.get(path);
                assertThat(refused.status()).as(path).isEqualTo(401);
                assertThat(refused.body()).as(path).contains("token_missing");
                assertThat(app.http.get(path, alice).status()).as(path).isEqualTo(200);
            }
            assertThat(app.http.send("OPTIONS", "/silent", null).status()).isEqualTo(401);
            assertThat(app.http.get("/open").body()).isEqualTo("open");
            assertThat(app.http.get("/function/open").body()).isEqualTo("function");
            assertThat(app.http.get("/fails").status()).isEqualTo(500);
            assertThat(app.http.get("/nothing").status()).isIn(401, 404);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "Handlers that cannot be annotated can be opened by what they are; nothing is closed unless one wants it so")
    void opened(Stack stack) throws Exception {
        try (Application app = start(
                stack,
                JetonRoutes.defaults()
                        .protectAll()
                        .publicHandlers(
                                handler -> handler.getClass().getName().contains("Resource")))) {
            assertThat(app.http.get("/file.txt").body()).startsWith("a file");
            assertThat(app.http.get("/silent").status()).isEqualTo(401);
            assertThat(app.http.get("/actuator").status()).isEqualTo(401);
        }
        try (Application app = start(stack, JetonRoutes.defaults())) {
            for (String path : List.of("/silent", "/function", "/file.txt", "/actuator")) {
                assertThat(app.http.get(path).status()).as(path).isEqualTo(200);
            }
        }
    }
}
