package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.Location;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways around a protected handler (section 15 of the attack catalogue). */
class BypassTest {
    private static final List<String> SPELLINGS = List.of(
            "/admin",
            "//admin",
            "/admin/",
            "/admin//",
            "/admin//x",
            "/./admin",
            "/x/../admin",
            "/open/../admin",
            "/ADMIN",
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
            "/admin%0a",
            "/admin?x=/open",
            "/admin.json",
            "/admin/x.css",
            "/admin/x",
            "/admin/a;b=c",
            "http://other.example/admin",
            "/files/a",
            "/files/a/b/../c",
            "/files/a%0a",
            "/files/%2e%2e/report");

    private static final Map<String, Object> HIDDEN_METHODS = Map.of(
            "spring.mvc.hiddenmethod.filter.enabled", "true",
            "spring.webflux.hiddenmethod.filter.enabled", "true");

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Jeton jeton = Jeton.withSecret(Stack.SECRET);

    @BeforeEach
    void nothingRan() {
        RUNS.set(0);
    }

    @RestController
    static class Admin {
        @RequestMapping({"/admin", "/admin/{x}", "/files/**"})
        @JwtRequired
        String admin(Principal principal) {
            RUNS.incrementAndGet();
            return "secret of " + principal.getName();
        }

        @RequestMapping({"/open", "/open/{x}"})
        String open() {
            return "open";
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-01 to FRM-04: no spelling of a path reaches the handler without a token")
    void spellings(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Admin.class)) {
            String alice = bearer(jeton, "alice");
            int reached = 0;
            for (String target : SPELLINGS) {
                Reply reply = app.http.get(target);
                if (!reply.body().equals("open")) {
                    assertThat(reply.status()).as(target).isIn(400, 401, 404);
                    assertThat(reply.body()).as(target).doesNotContain("secret");
                }
                assertThat(RUNS).as(target).hasValue(0);
                if (app.http.get(target, alice).body().equals("secret of alice")) {
                    assertThat(reply.status()).as(target).isEqualTo(401);
                    RUNS.set(0);
                    reached++;
                }
            }
            assertThat(reached).as("of " + SPELLINGS.size()).isGreaterThan(5);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-05: handlers are protected under a context path")
    void mounted(Stack stack) throws Exception {
        Map<String, Object> path = Map.of(
                stack.isReactive() ? "spring.webflux.base-path" : "server.servlet.context-path",
                "/shop");
        try (Application app =
                stack.start(JetonResolver.of(jeton), path, context -> {}, Admin.class)) {
            assertThat(app.http.get("/shop/admin").status()).isEqualTo(401);
            assertThat(app.http.get("/shop/open").body()).isEqualTo("open");
            assertThat(app.http.get("/shop/admin", bearer(jeton, "alice")).body())
                    .isEqualTo("secret of alice");
        }
    }

    @RestController
    static class Methods {
        @GetMapping("/get")
        @JwtRequired
        String get() {
            RUNS.incrementAndGet();
            return "got";
        }

        @RequestMapping("/any")
        @JwtRequired
        String any() {
            RUNS.incrementAndGet();
            return "any";
        }

        @DeleteMapping("/thing/{id}")
        @JwtRequired
        String delete(@PathVariable String id) {
            RUNS.incrementAndGet();
            return "deleted " + id;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-09: HEAD of a GET handler, and every other method, are protected alike")
    void methods(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Methods.class)) {
            String alice = bearer(jeton, "alice");
            Reply head = app.http.send("HEAD", "/get", null);
            assertThat(head.status()).isEqualTo(401);
            assertThat(head.value("WWW-Authenticate")).isPresent();
            assertThat(head.body()).isEmpty();
            assertThat(app.http.send("HEAD", "/get", null, alice).status()).isEqualTo(200);
            RUNS.set(0);
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH")) {
                assertThat(app.http.send(method, "/any", null).status())
                        .as(method)
                        .isEqualTo(401);
            }
            Reply options = app.http.send("OPTIONS", "/any", null);
            assertThat(options.status()).as("Spring's own").isEqualTo(200);
            assertThat(options.body()).isEmpty();
            assertThat(app.http.send("PROPFIND", "/any", null).status()).isIn(400, 401, 405, 501);
            assertThat(app.http.send("TRACE", "/any", null).status()).isIn(400, 401, 405);
            assertThat(RUNS).hasValue(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-10, CSR-09: a method that takes the place of another does not get around the CSRF value")
    void overriddenMethods(Stack stack) throws Exception {
        Jeton cookies = Jeton.builder()
                .secretKey(Stack.SECRET)
                .locations(Location.COOKIES)
                .build();
        String cookie = "Cookie: " + cookies.cookies().names().get(0) + "="
                + cookies.createAccessToken("alice");
        String form = "Content-Type: application/x-www-form-urlencoded";
        try (Application app = stack.start(
                JetonResolver.of(cookies), HIDDEN_METHODS, context -> {}, Methods.class)) {
            assertThat(app.http.get("/get", cookie).status()).isEqualTo(200);
            RUNS.set(0);
            assertThat(app.http.post("/thing/1", "_method=DELETE", cookie, form).status())
                    .isEqualTo(403);
            assertThat(app.http.get("/any?_method=DELETE", cookie).status()).isEqualTo(403);
            assertThat(app.http
                            .get("/any", cookie, "X-HTTP-Method-Override: DELETE")
                            .status())
                    .isEqualTo(403);
            assertThat(RUNS).hasValue(0);
        }
        try (Application app = stack.start(
                JetonResolver.of(jeton), HIDDEN_METHODS, context -> {}, Methods.class)) {
            assertThat(app.http.post("/thing/1", "_method=DELETE", form).status())
                    .isEqualTo(401);
            assertThat(app.http
                            .post("/thing/1", "_method=DELETE", form, bearer(jeton, "alice"))
                            .body())
                    .isEqualTo("deleted 1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-24: headers and parameters that name a user or another path are ignored")
    void spoofed(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Admin.class)) {
            for (String field : List.of(
                    "X-User: admin",
                    "Remote-User: admin",
                    "X-Forwarded-User: admin",
                    "X-Original-URL: /open",
                    "X-Rewrite-URL: /open",
                    "X-Forwarded-Prefix: /open",
                    "dev.jeton.spring.GuardedRequest: x")) {
                String target = "/admin?principal=admin&name=admin&user=admin";
                assertThat(app.http.get(target, field).status()).as(field).isEqualTo(401);
                assertThat(app.http.get(target, field, bearer(jeton, "alice")).body())
                        .as(field)
                        .isEqualTo("secret of alice");
            }
        }
    }

    @Controller
    static class Dispatching {
        @GetMapping("/forwards")
        String forwards() {
            return "forward:/admin";
        }

        @GetMapping("/includes")
        void includes(HttpServletRequest request, HttpServletResponse response) throws Exception {
            response.getOutputStream().print("before ");
            RequestDispatcher admin = request.getRequestDispatcher("/admin");
            admin.include(request, response);
            response.getOutputStream().print(" after");
        }

        @GetMapping("/fails")
        void fails(HttpServletResponse response) throws IOException {
            response.sendError(409);
        }

        @GetMapping("/throws")
        void throwing() {
            throw new IllegalStateException("broken");
        }

        @GetMapping("/inside")
        @JwtRequired
        String inside() {
            return "forward:/admin";
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "MVC.*", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName("FRM-06: forwards and includes of a protected handler are checked")
    void dispatches(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Admin.class, Dispatching.class)) {
            String alice = bearer(jeton, "alice");
            Reply refused = app.http.get("/forwards");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body()).contains("token_missing");
            assertThat(app.http.get("/includes").body()).isEqualTo("before  after");
            assertThat(app.http.get("/inside").status()).isEqualTo(401);
            assertThat(RUNS).hasValue(0);
            assertThat(app.http.get("/forwards", alice).body()).isEqualTo("secret of alice");
            assertThat(app.http.get("/inside", alice).body()).isEqualTo("secret of alice");
            assertThat(app.http.get("/includes", alice).body())
                    .isEqualTo("before secret of alice after");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "MVC.*", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName("FRM-07: an error page that is a protected handler is checked, without a loop")
    void errorPage(Stack stack) throws Exception {
        try (Application app = stack.start(
                JetonResolver.of(jeton),
                Map.of("spring.web.error.path", "/admin"),
                context -> {},
                ErrorPages.class,
                Dispatching.class)) {
            String alice = bearer(jeton, "alice");
            for (String path : List.of("/fails", "/throws")) {
                Reply refused = app.http.get(path);
                assertThat(refused.status()).as(path).isEqualTo(401);
                assertThat(refused.body()).as(path).doesNotContain("secret");
                assertThat(RUNS).as(path).hasValue(0);
                assertThat(app.http.get(path, alice).body()).isEqualTo("secret of alice");
                RUNS.set(0);
            }
        }
    }

    @RestController
    static class ErrorPages implements ErrorController {
        @RequestMapping("/admin")
        @JwtRequired
        String error(Principal principal) {
            RUNS.incrementAndGet();
            return "secret of " + principal.getName();
        }
    }
}
