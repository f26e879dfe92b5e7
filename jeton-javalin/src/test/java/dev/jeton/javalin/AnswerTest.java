package dev.jeton.javalin;

import static dev.jeton.javalin.Application.bearer;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;
import dev.jeton.web.wire.Renewal;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every answer is completed once, before it is sent: sync, async, streamed, refused, failed, static. */
class AnswerTest {
    private static final String COMPLETED = "X-Completed";

    /** Adds a field that says what it was asked with. */
    private static final class Recorder implements Renewal {
        final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public List<HttpHeader> beforeCommit(
                WebRequest request, Outcome outcome, int status, Set<String> cookiesSet) {
            String call = outcome.getClass().getSimpleName() + " " + status + " " + cookiesSet;
            calls.add(call);
            return List.of(new HttpHeader(COMPLETED, call));
        }
    }

    private final Recorder recorder = new Recorder();
    private final Jeton jeton = Jeton.builder()
            .secretKey(Application.SECRET)
            .renewal(own -> recorder)
            .build();

    private static void routes(JavalinConfig config) {
        config.staticFiles.add("/protected-files");
        config.routes.get("/result", ctx -> ctx.cookie("c", "1").result("x"), jwtRequired());
        config.routes.get("/nothing", ctx -> ctx.status(204), jwtRequired());
        config.routes.get("/redirect", ctx -> ctx.redirect("/result"), jwtRequired());
        config.routes.get("/fails", ctx -> failing(), jwtRequired());
        config.routes.get("/future", AnswerTest::future, jwtRequired());
        config.routes.get(
                "/async", ctx -> ctx.async(() -> ctx.cookie("c", "1").result("x")), jwtRequired());
        config.routes.get("/stream", AnswerTest::stream, jwtRequired());
        config.routes.get("/large", ctx -> ctx.result("x".repeat(300_000)), jwtRequired());
        config.routes.get("/error", ctx -> ctx.res().sendError(409), jwtRequired());
        config.routes.sse("/events", client -> client.sendEvent("x"), jwtRequired());
        config.routes.get("/open", ctx -> ctx.result("x"));
        config.routes.after("/late", ctx -> ctx.cookie("late", "1"));
        config.routes.get("/late", ctx -> ctx.result("x"), jwtRequired());
    }

    private static void failing() {
        throw new IllegalStateException("broken");
    }

    private static void future(Context ctx) {
        ctx.future(() -> CompletableFuture.supplyAsync(() -> "x")
                .thenAccept(text -> ctx.cookie("c", "1").result(text)));
    }

    private static void stream(Context ctx) throws IOException {
        ctx.cookie("c", "1");
        for (int i = 0; i < 100; i++) {
            ctx.outputStream().write("line\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
            ctx.res().flushBuffer();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/result Authenticated 200 [c]",
                "/nothing Authenticated 204 []",
                "/redirect Authenticated 302 []",
                "/fails Authenticated 500 []",
                "/future Authenticated 200 [c]",
                "/async Authenticated 200 [c]",
                "/stream Authenticated 200 [c]",
                "/large Authenticated 200 []",
                "/error Authenticated 409 []",
                "/late Authenticated 200 [late]",
                "/open Unchecked 200 []",
                "/report.txt Unchecked 200 []",
                "/missing Unchecked 404 []"
            })
    @DisplayName(
            "FRM-26: an answer is completed once, with its status and the cookies that it sets")
    void completed(String wanted) throws Exception {
        String path = wanted.substring(0, wanted.indexOf(' '));
        String call = wanted.substring(path.length() + 1);
        try (Application app = Application.start(AnswerTest::routes, jeton)) {
            Reply reply = app.http.get(path, bearer(jeton, "alice"));
            assertThat(reply.values(COMPLETED)).containsExactly(call);
            assertThat(recorder.calls).containsExactly(call);
        }
    }

    @Test
    @DisplayName("FRM-26: a stream of events is completed before its first event")
    void events() throws Exception {
        try (Application app = Application.start(AnswerTest::routes, jeton)) {
            Reply reply =
                    app.http.get("/events", bearer(jeton, "alice"), "Accept: text/event-stream");
            assertThat(reply.values(COMPLETED)).containsExactly("Authenticated 200 []");
            assertThat(reply.body()).contains("data: x");
        }
    }

    @Test
    @DisplayName("A refusal is completed too")
    void refused() throws Exception {
        try (Application app = Application.start(AnswerTest::routes, jeton)) {
            assertThat(app.http.get("/result").values(COMPLETED)).containsExactly("Denied 401 []");
            assertThat(app.http.send("HEAD", "/result", null).values(COMPLETED))
                    .containsExactly("Denied 401 []");
            assertThat(recorder.calls).hasSize(2);
        }
    }

    @Test
    @DisplayName("A logout clears the cookies of every answer, unless the handler has")
    void logout() throws Exception {
        Jeton cookies = Jeton.builder()
                .secretKey(Application.SECRET)
                .locations(Location.COOKIES)
                .build();
        try (Application app = Application.start(
                config -> {
                    config.routes.get(
                            "/logout",
                            ctx -> ctx.result("bye"),
                            jwtRequired(JwtRequirement::logout));
                    config.routes.get(
                            "/own",
                            ctx -> cookies.cookies().unset(ctx.res()::addHeader),
                            jwtRequired(JwtRequirement::logout));
                    config.routes.get(
                            "/fails", ctx -> failing(), jwtRequired(JwtRequirement::logout));
                },
                cookies)) {
            List<String> names = cookies.cookies().names();
            String cookie = "Cookie: " + names.get(0) + "=" + cookies.createAccessToken("alice");
            for (String path : List.of("/logout", "/own", "/fails")) {
                List<String> set = app.http.get(path, cookie).values("Set-Cookie").stream()
                        .map(field -> field.substring(0, field.indexOf('=')))
                        .toList();
                assertThat(set).as(path).containsExactlyInAnyOrderElementsOf(names);
            }
        }
    }
}
