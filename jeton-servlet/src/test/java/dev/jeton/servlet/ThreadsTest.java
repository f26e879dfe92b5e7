package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Whose request it is stays with the request, whatever thread works on it. */
class ThreadsTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    private static String who(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("nobody");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName("FRM-15: a pool that is made during a request inherits nothing from it")
    void inheritance(Containers container) throws Exception {
        AtomicReference<ExecutorService> pool = new AtomicReference<>();
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "first",
                    (in, out) -> {
                        pool.set(Executors.newSingleThreadExecutor());
                        out.getWriter().print(inPool(pool.get(), in));
                    },
                    "/first");
            page(
                    context,
                    "then",
                    (in, out) -> out.getWriter().print(inPool(pool.get(), in)),
                    "/then");
            JetonFilters.of(jeton).protect("/*", JwtRequirement::optional).register(context);
        })) {
            assertThat(app.http.get("/first", bearer(jeton, "alice")).body()).isEqualTo("alice");
            assertThat(app.http.get("/then").body()).isEqualTo("nobody");
            assertThat(app.http.get("/then", bearer(jeton, "bob")).body()).isEqualTo("bob");
            pool.get().shutdown();
        }
    }

    private static String inPool(ExecutorService pool, HttpServletRequest request) {
        return CompletableFuture.supplyAsync(() -> who(request), pool).join();
    }
}
