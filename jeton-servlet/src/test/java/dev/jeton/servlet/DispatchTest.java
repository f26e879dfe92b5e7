package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;
import static dev.jeton.servlet.Application.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that the container dispatches further: forwards, includes, asynchronous ones, and error pages. */
class DispatchTest {
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

    private static void forward(
            String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(path).forward(request, response);
    }

    private void pages(ServletContext context) {
        page(context, "secret", this::secret, "/admin/secret", "/vault");
        page(context, "step", (in, out) -> forward("/admin/secret", in, out), "/admin/step");
        page(context, "forwards", (in, out) -> forward("/admin/secret", in, out), "/forwards");
        page(
                context,
                "written",
                (in, out) -> {
                    out.getWriter().print("draft");
                    forward("/admin/secret", in, out);
                },
                "/written");
        page(
                context,
                "named",
                (in, out) -> context.getNamedDispatcher("secret").forward(in, out),
                "/named");
        page(
                context,
                "includes",
                (in, out) -> {
                    out.getWriter().print("before ");
                    in.getRequestDispatcher("/admin/secret").include(in, out);
                    out.getWriter().print(" after");
                },
                "/includes");
    }

    private void byPattern(ServletContext context) {
        pages(context);
        JetonFilters.of(jeton).protect("/admin/*").register(context);
    }

    private void byServlet(ServletContext context) {
        pages(context);
        JetonFilters.of(jeton).protectServlet("secret", r -> r).register(context);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-06: a forward from an open page to a protected one is checked")
    void forward(Containers container) throws Exception {
        try (Application app = Application.start(container, this::byPattern)) {
            for (String path : new String[] {"/forwards", "/written"}) {
                Reply refused = app.http.get(path);
                assertThat(refused.status()).as(path).isEqualTo(401);
                assertThat(refused.body())
                        .as(path)
                        .contains("token_missing")
                        .doesNotContain("draft");
                assertThat(app.http.get(path, bearer(jeton, "alice")).body())
                        .as(path)
                        .isEqualTo("secret of alice");
            }
            assertThat(runs).hasValue(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-06: a servlet's rule holds for forwards by path and by name")
    void forwardToServlet(Containers container) throws Exception {
        try (Application app = Application.start(container, this::byServlet)) {
            for (String path : new String[] {"/vault", "/forwards", "/named", "/admin/step"}) {
                assertThat(app.http.get(path).status()).as(path).isEqualTo(401);
                assertThat(app.http.get(path, bearer(jeton, "alice")).body())
                        .as(path)
                        .isEqualTo("secret of alice");
            }
            assertThat(runs).hasValue(4);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-06: a refused include leaves its place in the page empty")
    void include(Containers container) throws Exception {
        try (Application app = Application.start(container, this::byPattern)) {
            assertThat(app.http.get("/includes").body()).isEqualTo("before  after");
            assertThat(runs).hasValue(0);
            assertThat(app.http.get("/includes", bearer(jeton, "alice")).body())
                    .isEqualTo("before secret of alice after");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-06: what has been checked is not checked again when it is forwarded under the same rule")
    void checkedOnce(Containers container) throws Exception {
        try (Application app = Application.start(container, this::byPattern)) {
            assertThat(app.http.get("/admin/step", bearer(jeton, "alice")).body())
                    .isEqualTo("secret of alice");
            assertThat(checks).hasValue(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-06: a forward to where more is required is checked for that")
    void stricterTarget(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            pages(context);
            JetonFilters.of(jeton)
                    .protect("/admin/secret", r -> r.roles("chief"))
                    .protect("/*")
                    .register(context);
        })) {
            assertThat(app.http.get("/forwards", bearer(jeton, "alice")).status())
                    .isEqualTo(403);
            String chief = "Authorization: Bearer "
                    + jeton.createAccessToken("bob", token -> token.roles("chief"));
            assertThat(app.http.get("/forwards", chief).body()).isEqualTo("secret of bob");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("A servlet can require more of the request; a refusal ends it")
    void imperative(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "door",
                    (in, out) -> {
                        out.getWriter().print("half done");
                        JetonServlet.authenticate(
                                in, out, JwtRequirement.of(r -> r.roles("chief")));
                        runs.incrementAndGet();
                        out.getWriter().print(" and " + who(in));
                    },
                    "/door");
            page(
                    context,
                    "wrapping",
                    (in, out) -> {
                        try {
                            JetonServlet.authenticate(in, out, JwtRequirement.required());
                        } catch (RuntimeException e) {
                            throw new ServletException(e);
                        }
                    },
                    "/wrapping");
            page(context, "error", text("sorry"), "/error-page");
            JetonFilters.of(jeton).register(context);
        })) {
            Reply refused = app.http.get("/door", bearer(jeton, "alice"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("half done");
            assertThat(runs).hasValue(0);
            assertThat(app.http.get("/wrapping").status()).isEqualTo(401);
            String chief = "Authorization: Bearer "
                    + jeton.createAccessToken("bob", token -> token.roles("chief"));
            assertThat(app.http.get("/door", chief).body()).isEqualTo("half done and bob");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "The principal is named by the subject, has the token's roles, and is absent from anonymous requests")
    void principal(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "who",
                    (in, out) -> out.getWriter()
                            .print(who(in) + " " + in.getRemoteUser() + " "
                                    + in.isUserInRole("chief")
                                    + " " + in.isUserInRole("clerk") + " "
                                    + JetonServlet.optionalJwt(in)
                                            .map(VerifiedJwt::subject)
                                            .orElse("-")),
                    "/who");
            JetonFilters.of(jeton).protect("/who", JwtRequirement::optional).register(context);
        })) {
            assertThat(app.http.get("/who").body()).isEqualTo("nobody null false false -");
            String chief = "Authorization: Bearer "
                    + jeton.createAccessToken("bob", token -> token.roles("chief"));
            assertThat(app.http.get("/who", chief).body()).isEqualTo("bob bob true false bob");
        }
    }
}
