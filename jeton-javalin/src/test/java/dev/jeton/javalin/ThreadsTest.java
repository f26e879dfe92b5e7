package dev.jeton.javalin;

import static dev.jeton.javalin.Application.bearer;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.javalin.JetonPlugin.optionalJwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Whose request it is stays with the request, whatever thread works on it. */
class ThreadsTest {
    private static final int REQUESTS = 2_000;

    private final Jeton jeton = Jeton.withSecret(Application.SECRET);
    private final HttpClient client = HttpClient.newHttpClient();

    private static String who(Context ctx) {
        return optionalJwt(ctx).map(VerifiedJwt::subject).orElse("nobody");
    }

    private static void who(JavalinConfig config) {
        config.routes.get(
                "/who",
                ctx -> {
                    String before = who(ctx);
                    ctx.future(() -> CompletableFuture.runAsync(() -> {
                        if ("fail".equals(ctx.queryParam("then"))) {
                            throw new IllegalArgumentException("asked for");
                        }
                        ctx.result(before + " " + who(ctx));
                    }));
                },
                jwtRequired(JwtRequirement::optional));
        config.routes.exception(
                IllegalArgumentException.class, (e, ctx) -> ctx.result("failed " + who(ctx)));
    }

    @Test
    @DisplayName(
            "FRM-14: alternating users, anonymous requests and failures on few threads are never mixed up")
    void alternating() {
        try (Application app = Application.start(
                config -> {
                    config.jetty.threadPool = new QueuedThreadPool(8, 4);
                    who(config);
                },
                jeton)) {
            assertNoneMixedUp(app);
        }
    }

    @Test
    @DisplayName("FRM-16: nor are they on virtual threads, where the JVM has them")
    void virtual() {
        try (Application app = Application.start(
                config -> {
                    config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
                    who(config);
                },
                jeton)) {
            assertNoneMixedUp(app);
        }
    }

    private void assertNoneMixedUp(Application app) {
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

    private CompletableFuture<Void> expect(Application app, String who, String token, int i) {
        boolean fails = i % 50 == 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + app.server.port() + "/who" + (fails ? "?then=fail" : "")));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString())
                .thenAccept(answer -> assertThat(answer.body())
                        .isEqualTo(fails ? "failed " + who : who + " " + who));
    }

    @Test
    @DisplayName("FRM-15: a pool that is made during a request inherits nothing from it")
    void inheritance() throws Exception {
        AtomicReference<ExecutorService> pool = new AtomicReference<>();
        try (Application app = Application.start(
                config -> {
                    config.routes.get(
                            "/first",
                            ctx -> {
                                ExecutorService made = Executors.newSingleThreadExecutor();
                                pool.set(made);
                                made.submit(() -> jwt(ctx)).get();
                            },
                            jwtRequired());
                    config.routes.get(
                            "/then",
                            ctx -> ctx.result(pool.get().submit(() -> who(ctx)).get()),
                            jwtRequired(JwtRequirement::optional));
                },
                jeton)) {
            app.http.get("/first", bearer(jeton, "alice"));
            assertThat(app.http.get("/then").body()).isEqualTo("nobody");
            assertThat(app.http.get("/then", bearer(jeton, "bob")).body()).isEqualTo("bob");
            pool.get().shutdown();
        }
    }
}
