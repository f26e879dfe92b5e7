package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;
import static dev.jeton.servlet.Application.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.failure.Reason;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;
import dev.jeton.web.wire.Renewal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;

/** Every answer is completed once, before it is sent: short, long, flushed, failed, redirected, asynchronous, refused. */
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

    private static Map<String, Application.Work> pages() {
        Map<String, Application.Work> pages = new LinkedHashMap<>();
        pages.put("short 200 [c]", (in, out) -> {
            out.getWriter().print("x");
            out.addCookie(new Cookie("c", "1"));
        });
        pages.put("late 201 [c]", (in, out) -> {
            out.getOutputStream().print("x");
            out.addCookie(new Cookie("c", "1"));
            out.setStatus(201);
        });
        pages.put("nothing 204 []", (in, out) -> out.setStatus(204));
        pages.put("long 200 [c]", (in, out) -> {
            out.addCookie(new Cookie("c", "1"));
            out.getWriter().print("x".repeat(300_000));
        });
        pages.put("bytes 200 []", (in, out) -> out.getOutputStream().write(new byte[300_000]));
        pages.put("middle 200 []", (in, out) -> out.getOutputStream().write(new byte[10_000]));
        pages.put("single 200 []", (in, out) -> {
            for (int i = 0; i < 100_000; i++) {
                out.getOutputStream().write('x');
            }
        });
        pages.put("measured 200 []", (in, out) -> {
            out.setContentLength(5);
            out.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
        });
        pages.put("flushed 200 []", (in, out) -> out.flushBuffer());
        pages.put("writer 200 []", (in, out) -> {
            out.getWriter().print("x");
            out.getWriter().flush();
        });
        pages.put("stream 200 []", (in, out) -> {
            out.getOutputStream().print("x");
            out.getOutputStream().flush();
        });
        pages.put("closed 200 []", (in, out) -> out.getWriter().close());
        pages.put("streamClosed 200 []", (in, out) -> out.getOutputStream().close());
        pages.put("redirect 302 [c]", (in, out) -> {
            out.addCookie(new Cookie("c", "1"));
            out.sendRedirect("/elsewhere");
        });
        pages.put("redirect6.1 303 [c]", (in, out) -> {
            out.addCookie(new Cookie("c", "1"));
            out.getWriter().print("x");
            ((GuardedResponse) out).sendRedirect("/elsewhere", 303, true);
        });
        pages.put("error 404 []", (in, out) -> out.sendError(404));
        pages.put("message 404 []", (in, out) -> out.sendError(404, "no"));
        pages.put("page 409 []", (in, out) -> out.sendError(409));
        pages.put("fails 500 []", (in, out) -> {
            throw new IllegalStateException("broken");
        });
        pages.put(
                "forward 200 []",
                (in, out) -> in.getRequestDispatcher("/in/short-target").forward(in, out));
        pages.put(
                "async 200 [c]",
                (in, out) -> later(in, async -> {
                    ((HttpServletResponse) async.getResponse()).addCookie(new Cookie("c", "1"));
                    async.getResponse().getWriter().print("x");
                }));
        pages.put("again 200 [c]", (in, out) -> {
            if (in.getAttribute("again") == null) {
                in.setAttribute("again", true);
                AsyncContext async = in.startAsync();
                ForkJoinPool.commonPool().execute(async::dispatch);
            } else {
                out.addCookie(new Cookie("c", "1"));
                out.getWriter().print("x");
            }
        });
        pages.put(
                "asyncNothing 202 []",
                (in, out) -> later(
                        in, async -> ((HttpServletResponse) async.getResponse()).setStatus(202)));
        return pages;
    }

    /** Work on another thread. */
    private interface Later {
        void run(AsyncContext async) throws IOException;
    }

    private static void later(HttpServletRequest request, Later work) {
        AsyncContext async = request.startAsync();
        ForkJoinPool.commonPool().execute(() -> {
            try {
                work.run(async);
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                request.getAsyncContext().complete();
            }
        });
    }

    private static void add(ServletContext context) {
        pages().forEach((key, work) -> {
            String name = key.substring(0, key.indexOf(' '));
            page(context, name, work, "/in/" + name, "/open/" + name);
        });
        page(context, "target", text("x"), "/in/short-target");
        page(context, "error-page", text("sorry"), "/error-page");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName(
            "FRM-26: an answer is completed once, with its status and the cookies that it sets")
    void completed(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            add(context);
            JetonFilters.of(jeton).protect("/in/*").register(context);
        })) {
            for (String key : pages().keySet()) {
                String name = key.substring(0, key.indexOf(' '));
                String call = key.substring(name.length());
                recorder.calls.clear();
                assertThat(app.http.get("/in/" + name, bearer(jeton, "alice")).values(COMPLETED))
                        .as(name)
                        .containsExactly("Authenticated" + call);
                if (!name.equals("forward")) {
                    assertThat(app.http.get("/open/" + name).values(COMPLETED))
                            .as("open " + name)
                            .containsExactly("Unchecked" + call);
                }
                assertThat(app.http.get("/in/" + name).values(COMPLETED))
                        .as("refused " + name)
                        .containsExactly("Denied 401 []");
                assertThat(recorder.calls).as(name).hasSize(name.equals("forward") ? 2 : 3);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName("An answer that is thrown away is completed anew")
    void reset(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "reset",
                    (in, out) -> {
                        out.getWriter().print("x".repeat(4_000));
                        out.reset();
                        out.setStatus(203);
                        out.getOutputStream().print("y");
                    },
                    "/reset");
            JetonFilters.of(jeton).register(context);
        })) {
            Reply reply = app.http.get("/reset");
            assertThat(reply.body()).isEqualTo("y");
            assertThat(reply.values(COMPLETED)).containsExactly("Unchecked 203 []");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName("A logout clears the cookies of every answer, unless the servlet has")
    void logout(Containers container) throws Exception {
        Jeton cookies = Jeton.builder()
                .secretKey(Application.SECRET)
                .locations(Location.COOKIES)
                .build();
        try (Application app = Application.start(container, context -> {
            page(context, "plain", text("bye"), "/logout");
            page(context, "own", (in, out) -> cookies.cookies().unset(out::addHeader), "/own");
            page(context, "sorry", (in, out) -> out.sendError(409), "/sorry");
            page(context, "error", text("sorry"), "/error-page");
            JetonFilters.of(cookies).protect("/*", JwtRequirement::logout).register(context);
        })) {
            List<String> names = cookies.cookies().names();
            String cookie = "Cookie: " + names.get(0) + "=" + cookies.createAccessToken("alice");
            for (String path : List.of("/logout", "/own", "/sorry")) {
                List<String> set = app.http.get(path, cookie).values("Set-Cookie").stream()
                        .map(field -> field.substring(0, field.indexOf('=')))
                        .toList();
                assertThat(set).as(path).containsExactlyInAnyOrderElementsOf(names);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName("A refusal is copied as it is: status, fields, several of a name, and body")
    void copied(Containers container) throws Exception {
        Jeton own = Jeton.builder()
                .secretKey(Application.SECRET)
                .answer(
                        Reason.TOKEN_MISSING,
                        refusal -> Answer.of(418, "text/x-own", "no t\u00f6ken")
                                .with("X-Many", "1")
                                .with("X-Many", "2"))
                .answer(Reason.MALFORMED, refusal -> Answer.redirect("/login"))
                .build();
        try (Application app = Application.start(container, context -> {
            page(context, "me", text("me"), "/me");
            JetonFilters.of(own).protect("/me").register(context);
        })) {
            Reply reply = app.http.get("/me");
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.body()).isEqualTo("no t\u00f6ken");
            assertThat(reply.values("X-Many")).containsExactly("1", "2");
            assertThat(reply.values("Content-Type")).containsExactly("text/x-own");
            Reply head = app.http.send("HEAD", "/me", null);
            assertThat(head.status()).isEqualTo(418);
            assertThat(head.body()).isEmpty();
            Reply redirect = app.http.get("/me", "Authorization: Bearer x");
            assertThat(redirect.status()).isEqualTo(303);
            assertThat(redirect.value("Location")).contains("/login");
            assertThat(redirect.body()).isEmpty();
        }
    }
}
