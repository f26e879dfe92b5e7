package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Whose request it is stays with the request, whatever thread works on it. */
class ThreadsTest {
    private static final int REQUESTS = 2_000;

    private final Jeton jeton = Jeton.withSecret(Application.SECRET);
    private final HttpClient client = HttpClient.newHttpClient();

    private static String who(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("nobody");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName(
            "FRM-14, FRM-17: alternating users, anonymous requests and failures on few threads are never mixed up")
    void alternating(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "who", ThreadsTest::answerLater, "/who");
            page(
                    context,
                    "error",
                    (in, out) -> out.getWriter().print("failed " + who(in)),
                    "/error-page");
            JetonFilters.of(jeton).protect("/who", JwtRequirement::optional).register(context);
        })) {
            String alice = jeton.createAccessToken("alice");
            String bob = jeton.createAccessToken("bob");
            for (int batch = 0; batch < REQUESTS; batch += 100) {
                List<CompletableFuture<Void>> all = IntStream.range(batch, batch + 100)
                        .mapToObj(i -> switch (i % 3) {
                            case 0 -> expect(app, "alice", alice, i);
                            case 1 -> expect(app, "bob", bob, i);
                            default -> expect(app, "nobody", null, i);
                        })
                        .toList();
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            }
        }
    }

    private static void answerLater(HttpServletRequest request, HttpServletResponse response) {
        if (request.getParameter("fail") != null) {
            throw new IllegalStateException("asked for");
        }
        String before = who(request);
        AsyncContext async = request.startAsync();
        ForkJoinPool.commonPool().execute(() -> {
            try {
                async.getResponse()
                        .getWriter()
                        .print(before + " " + who((HttpServletRequest) async.getRequest()));
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                async.complete();
            }
        });
    }

    private CompletableFuture<Void> expect(Application app, String who, String token, int i) {
        boolean fails = i % 50 == 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + app.port + "/who" + (fails ? "?fail=1" : "")));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString())
                .thenAccept(answer -> assertThat(answer.body())
                        .isEqualTo(fails ? "failed " + who : who + " " + who));
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
