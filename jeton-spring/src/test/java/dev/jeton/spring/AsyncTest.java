package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/** Handlers of Spring MVC that answer later, on other threads (FRM-08). */
class AsyncTest {
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** Spring Security binds its principal to threads, and to those of Spring's own executors only. */
    private static final List<String> BOUND = List.of("/future", "/deferred", "/sse");

    private final AtomicInteger checks = new AtomicInteger();
    private final Jeton jeton = Jeton.builder()
            .secretKey(Stack.SECRET)
            .check(token -> checks.incrementAndGet() > 0)
            .build();

    private static String who(HttpServletRequest request) {
        RUNS.incrementAndGet();
        Principal principal = request.getUserPrincipal();
        return JetonMvc.jwt(request).subject() + " "
                + (principal == null ? "unknown to this thread" : principal.getName());
    }

    @RestController
    @JwtRequired
    static class Handlers {
        @GetMapping("/callable")
        Callable<String> callable(HttpServletRequest request) {
            return () -> who(request);
        }

        @GetMapping("/future")
        CompletableFuture<String> future(HttpServletRequest request) {
            return CompletableFuture.supplyAsync(() -> who(request));
        }

        @GetMapping("/deferred")
        DeferredResult<String> deferred(HttpServletRequest request) {
            DeferredResult<String> result = new DeferredResult<>();
            ForkJoinPool.commonPool().execute(() -> result.setResult(who(request)));
            return result;
        }

        @GetMapping("/task")
        WebAsyncTask<String> task(HttpServletRequest request) {
            return new WebAsyncTask<>(() -> who(request));
        }

        @GetMapping("/streaming")
        StreamingResponseBody streaming(HttpServletRequest request) {
            return out -> out.write(who(request).getBytes(StandardCharsets.UTF_8));
        }

        @GetMapping(path = "/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        SseEmitter sse(HttpServletRequest request) {
            SseEmitter emitter = new SseEmitter();
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    emitter.send(who(request));
                    emitter.complete();
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            return emitter;
        }

        @GetMapping("/late")
        DeferredResult<String> late() {
            return new DeferredResult<>(50L);
        }

        @GetMapping("/thread")
        String thread(HttpServletRequest request) {
            return who(request) + " " + Thread.currentThread().getClass().getSimpleName();
        }
    }

    private static void check(Application app, Jeton jeton, List<String> bound) throws Exception {
        RUNS.set(0);
        List<String> paths =
                List.of("/callable", "/future", "/deferred", "/task", "/streaming", "/sse");
        for (String path : paths) {
            assertThat(app.http.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(RUNS).hasValue(0);
        for (String path : paths) {
            assertThat(app.http.get(path, bearer(jeton, "alice")).body())
                    .as(path)
                    .contains("alice " + (bound.contains(path) ? "unknown" : "alice"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "MVC.*", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName(
            "FRM-08: handlers that answer later know the principal, are checked once, and time out as ever")
    void later(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Handlers.class)) {
            check(app, jeton, stack == Stack.MVC ? List.of() : BOUND);
            checks.set(0);
            Reply reply = app.http.get("/callable", bearer(jeton, "bob"));
            assertThat(reply.body()).isEqualTo("bob bob");
            assertThat(checks).hasValue(1);
            assertThat(app.http.get("/late", bearer(jeton, "alice")).status()).isEqualTo(503);
            assertThat(app.http.get("/late").status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("FRM-16: handlers on virtual threads know the principal")
    void virtualThreads() throws Exception {
        try (Application app = Stack.MVC.start(
                JetonResolver.of(jeton),
                Map.of("spring.threads.virtual.enabled", "true"),
                context -> {},
                Handlers.class)) {
            check(app, jeton, List.of());
            String expected = Runtime.version().feature() >= 21 ? "VirtualThread" : "Thread";
            assertThat(app.http.get("/thread", bearer(jeton, "alice")).body())
                    .startsWith("alice alice ")
                    .contains(expected);
        }
    }
}
