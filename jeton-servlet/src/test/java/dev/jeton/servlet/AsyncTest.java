package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/** Asynchronous requests, and error pages (section 15 of the attack catalogue). */
class AsyncTest {
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private final Jeton jeton = Jeton.builder()
            .secretKey(Application.SECRET)
            .check(token -> checks.incrementAndGet() > 0)
            .build();

    private static String who(HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? "nobody"
                : request.getUserPrincipal().getName();
    }

    private void secret(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        runs.incrementAndGet();
        response.getWriter().print("secret of " + who(request));
    }

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    private static void onAThread(HttpServletRequest request, HttpServletResponse response) {
        String before = who(request);
        AsyncContext async = request.startAsync();
        ForkJoinPool.commonPool().execute(() -> {
            HttpServletRequest later = (HttpServletRequest) async.getRequest();
            try {
                async.getResponse().getWriter().print(before + " then " + who(later));
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                async.complete();
            }
        });
    }

    private static void dispatchedAgain(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object before = request.getAttribute("before");
        if (before != null) {
            response.getWriter().print(before + " then " + who(request));
            return;
        }
        request.setAttribute("before", who(request));
        AsyncContext async = request.startAsync();
        ForkJoinPool.commonPool().execute(async::dispatch);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-07: an error page is shown to everybody, once, with the principal of its own request")
    void errorPage(Containers container) throws Exception {
        AtomicInteger shown = new AtomicInteger();
        try (Application app = Application.start(container, context -> {
            page(context, "conflict", (in, out) -> out.sendError(409), "/conflict", "/in/conflict");
            page(context, "fails", (in, out) -> fail(), "/fails", "/in/fails");
            page(
                    context,
                    "error",
                    (in, out) -> {
                        shown.incrementAndGet();
                        out.getWriter().print("sorry, " + who(in));
                    },
                    "/error-page");
            JetonFilters.of(jeton).open("/conflict", "/fails").protect("/*").register(context);
        })) {
            for (String page : new String[] {"conflict", "fails"}) {
                int status = page.equals("conflict") ? 409 : 500;
                Reply mine = app.http.get("/in/" + page, bearer(jeton, "alice"));
                assertThat(mine.status()).isEqualTo(status);
                assertThat(mine.body()).isEqualTo("sorry, alice");
                Reply open = app.http.get("/" + page);
                assertThat(open.status()).isEqualTo(status);
                assertThat(open.body()).isEqualTo("sorry, nobody");
            }
            assertThat(shown).hasValue(4);
            assertThat(app.http.get("/in/fails").status()).isEqualTo(401);
            assertThat(app.http.get("/error-page").status()).isEqualTo(401);
            assertThat(shown).hasValue(4);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-07: a servlet with a rule of its own is no error page for everybody, and there is no loop")
    void protectedErrorPage(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "conflict", (in, out) -> out.sendError(409), "/conflict");
            page(context, "error", this::secret, "/error-page");
            JetonFilters.of(jeton).protectServlet("error", r -> r).register(context);
        })) {
            assertThat(app.http.get("/conflict").body()).doesNotContain("secret");
            assertThat(runs).hasValue(0);
            assertThat(app.http.get("/conflict", bearer(jeton, "alice")).body())
                    .isEqualTo("secret of alice");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-08: an asynchronous request keeps its principal, and is checked once")
    void async(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "thread", AsyncTest::onAThread, "/in/thread");
            page(context, "again", AsyncTest::dispatchedAgain, "/in/again");
            JetonFilters.of(jeton).protect("/in/*").register(context);
        })) {
            for (String path : new String[] {"/in/thread", "/in/again"}) {
                checks.set(0);
                assertThat(app.http.get(path).status()).as(path).isEqualTo(401);
                assertThat(app.http.get(path, bearer(jeton, "alice")).body())
                        .as(path)
                        .isEqualTo("alice then alice");
                assertThat(checks).as(path).hasValue(1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-08: an open page that is dispatched to a protected one on another thread is checked there")
    void asyncDispatch(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "secret", this::secret, "/admin/secret");
            page(
                    context,
                    "later",
                    (in, out) -> {
                        AsyncContext async = in.startAsync(in, out);
                        ForkJoinPool.commonPool().execute(() -> async.dispatch("/admin/secret"));
                    },
                    "/later");
            JetonFilters.of(jeton).protect("/admin/*").register(context);
        })) {
            assertThat(app.http.get("/later").status()).isEqualTo(401);
            assertThat(runs).hasValue(0);
            assertThat(app.http.get("/later", bearer(jeton, "alice")).body())
                    .isEqualTo("secret of alice");
        }
    }
}
