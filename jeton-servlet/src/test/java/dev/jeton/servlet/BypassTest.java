package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;
import static dev.jeton.servlet.Application.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways around a protected pattern or servlet (section 15 of the attack catalogue). */
class BypassTest {
    private static final List<String> SPELLINGS = List.of(
            "/admin",
            "//admin",
            "/admin/",
            "/admin//x",
            "/./admin",
            "/x/../admin",
            "/open/../admin",
            "/admin;x",
            "/admin;x/y",
            "/admin;x=/open",
            "/admin%3Bx",
            "/;/admin",
            "/open/..;/admin",
            "/open;/../admin",
            "/%61dmin",
            "/%2e/admin",
            "/x/%2e%2e/admin",
            "/open/%2e%2e/admin",
            "/%2Fadmin",
            "/open%2f..%2fadmin",
            "/%5Cadmin",
            "/open%5c..%5cadmin",
            "/%252Fadmin",
            "/admin%00",
            "/admin/%00",
            "/admin%ff",
            "/admin/%ff",
            "/admin%c0%af",
            "/admin/%0a",
            "/admin/%0d",
            "/admin/%e2%80%a8",
            "/admin?x=/open",
            "/admin/x.css",
            "http://other.example/admin",
            "/report",
            "/report;x",
            "//report",
            "/x/../report",
            "/files/%2e%2e/report");

    private final Jeton jeton = Jeton.withSecret(Application.SECRET);
    private final AtomicInteger runs = new AtomicInteger();

    private void secret(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        runs.incrementAndGet();
        response.getWriter().print("secret of " + request.getUserPrincipal().getName());
    }

    private void admin(ServletContext context) {
        page(context, "admin", this::secret, "/admin/*");
        page(context, "report", this::secret, "/report", "/files/*");
        page(context, "open", text("open"), "/open/*");
        JetonFilters.of(jeton)
                .protect("/admin/*")
                .protectServlet("report", requirement -> requirement)
                .register(context);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-01 to FRM-04: no spelling of a path reaches the servlet without a token")
    void spellings(Containers container) throws Exception {
        try (Application app = Application.start(container, this::admin)) {
            for (String target : SPELLINGS) {
                Reply reply = app.http.get(target);
                if (!reply.body().equals("open")) {
                    assertThat(reply.status()).as(target).isIn(400, 401, 404);
                    assertThat(reply.body()).as(target).doesNotContain("secret");
                }
            }
            assertThat(runs).hasValue(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-01: spellings that the container accepts reach the servlet with a token")
    void acceptedSpellings(Containers container) throws Exception {
        try (Application app = Application.start(container, this::admin)) {
            String alice = bearer(jeton, "alice");
            for (String target : List.of("/admin", "/admin/x", "/%61dmin", "/report", "/files/x")) {
                assertThat(app.http.get(target, alice).body())
                        .as(target)
                        .isEqualTo("secret of alice");
            }
            long accepted = SPELLINGS.stream()
                    .filter(target -> reaches(app, target, alice))
                    .count();
            assertThat(accepted).as("of " + SPELLINGS.size()).isGreaterThan(7);
        }
    }

    private static boolean reaches(Application app, String target, String token) {
        try {
            return app.http.get(target, token).body().equals("secret of alice");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-05: patterns and servlets are protected under a context path")
    void mounted(Containers container) throws Exception {
        try (Application app = Application.start(container, "/shop", this::admin)) {
            assertThat(app.http.get("/shop/admin/x").status()).isEqualTo(401);
            assertThat(app.http.get("/shop/report").status()).isEqualTo(401);
            assertThat(app.http.get("/shop/open/../admin").status()).isEqualTo(401);
            assertThat(app.http.get("/shop/open").body()).isEqualTo("open");
            assertThat(app.http.get("/shop/admin/x", bearer(jeton, "alice")).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-09: a rule covers every method; OPTIONS passes as a preflight only")
    void methods(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "any", (request, response) -> response.setStatus(204), "/any");
            JetonFilters.of(jeton).protect("/*").register(context);
        })) {
            for (String method : List.of("HEAD", "POST", "OPTIONS", "PROPFIND", "get", "DELETE")) {
                Reply refused = app.http.send(method, "/any", null);
                assertThat(refused.status()).as(method).isEqualTo(401);
                assertThat(refused.value("WWW-Authenticate")).as(method).isPresent();
                assertThat(app.http
                                .send(method, "/any", null, bearer(jeton, "alice"))
                                .status())
                        .as(method)
                        .isEqualTo(204);
            }
            assertThat(app.http.send("TRACE", "/any", null).status()).isIn(401, 405);
            assertThat(app.http
                            .send(
                                    "OPTIONS",
                                    "/any",
                                    null,
                                    "Origin: https://a.example",
                                    "Access-Control-Request-Method: GET")
                            .status())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-11: the rule for all covers what the container's default servlet is for: files, welcome pages")
    void files(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "files", this::secret, "/");
            JetonFilters.of(jeton).protect("/*").register(context);
        })) {
            String alice = bearer(jeton, "alice");
            for (String target : List.of("/", "/file.txt", "/dir/", "/dir/x.css;y")) {
                assertThat(app.http.get(target).status()).as(target).isEqualTo(401);
                assertThat(app.http.send("HEAD", target, null).status())
                        .as(target)
                        .isEqualTo(401);
                assertThat(app.http.get(target, alice).body()).as(target).contains("alice");
            }
        }
    }

    @Test
    @DisplayName("FRM-27: two applications in one JVM know nothing of each other's tokens")
    void twoApplications() throws Exception {
        Jeton other = Jeton.withSecret("Wq9tXz2LmB6vN4cR8yJ1kH5gF7dS3aPo");
        try (Application one = Application.start(Containers.JETTY, this::admin);
                Application two = Application.start(Containers.TOMCAT, context -> {
                    page(context, "admin", this::secret, "/admin");
                    JetonFilters.of(other).protect("/*").register(context);
                })) {
            assertThat(one.http.get("/admin", bearer(jeton, "alice")).status()).isEqualTo(200);
            assertThat(two.http.get("/admin", bearer(jeton, "alice")).status()).isEqualTo(401);
            assertThat(two.http.get("/admin", bearer(other, "bob")).body())
                    .isEqualTo("secret of bob");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "Of the URL rules the first that matches decides, and a servlet's rule holds besides")
    void firstRuleDecides(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "login", text("login"), "/login");
            page(context, "refresh", text("refreshed"), "/refresh");
            page(context, "vault", text("vault"), "/vault");
            page(context, "rest", text("rest"), "/rest/*");
            JetonFilters.of(jeton)
                    .open("/login")
                    .protect("/refresh", JwtRequirement::refresh)
                    .protect("/*")
                    .protectServlet("vault", r -> r.roles("banker"))
                    .register(context);
        })) {
            String alice = bearer(jeton, "alice");
            String banker = "Authorization: Bearer "
                    + jeton.createAccessToken("bob", token -> token.roles("banker"));
            String refresh = "Authorization: Bearer " + jeton.createRefreshToken("alice");
            assertThat(app.http.get("/login").body()).isEqualTo("login");
            assertThat(app.http.get("/rest").status()).isEqualTo(401);
            assertThat(app.http.get("/rest", alice).body()).isEqualTo("rest");
            assertThat(app.http.get("/rest", refresh).status()).isEqualTo(401);
            assertThat(app.http.get("/refresh", alice).status()).isEqualTo(401);
            assertThat(app.http.get("/refresh", refresh).body()).isEqualTo("refreshed");
            assertThat(app.http.get("/vault", alice).status()).isEqualTo(403);
            assertThat(app.http.get("/vault", banker).body()).isEqualTo("vault");
        }
    }
}
