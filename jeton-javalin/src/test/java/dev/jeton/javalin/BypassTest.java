package dev.jeton.javalin;

import static dev.jeton.javalin.Application.bearer;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways around a protected route (section 15 of the attack catalogue). */
class BypassTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);
    private final AtomicInteger runs = new AtomicInteger();

    private void secret(Context ctx) {
        runs.incrementAndGet();
        ctx.result("secret of " + jwt(ctx).subject());
    }

    private void admin(JavalinConfig config) {
        config.routes.get("/admin", this::secret, jwtRequired());
        config.routes.get("/api/{id}", this::secret, jwtRequired());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/admin",
                "//admin",
                "/admin/",
                "/admin//",
                "/./admin",
                "/x/../admin",
                "/ADMIN",
                "/admin;x",
                "/admin;x=/open",
                "/admin%3Bx",
                "/;/admin",
                "/open/..;/admin",
                "/%61dmin",
                "/%2e/admin",
                "/x/%2e%2e/admin",
                "/%2Fadmin",
                "/%5Cadmin",
                "/%252Fadmin",
                "/admin%00",
                "/admin%2500",
                "/admin%ff",
                "/admin%c0%af",
                "/admin%0a",
                "/admin%0d",
                "/admin%e2%80%a8",
                "/api/1",
                "//api/1",
                "/api/1/",
                "/api/%2e%2e",
                "/api/1;x",
                "/api/1%0a",
                "/admin?x=/open",
                "http://other.example/admin",
                "/admin#open"
            })
    @DisplayName("FRM-01 to FRM-04: no spelling of a path reaches the handler without a token")
    void spellings(String target) throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.router.caseInsensitiveRoutes = true;
                    config.router.treatMultipleSlashesAsSingleSlash = true;
                    admin(config);
                },
                jeton)) {
            Reply reply = app.http.get(target);
            assertThat(reply.status()).isIn(400, 401, 404);
            assertThat(runs).hasValue(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/admin", "//admin", "/admin/", "/ADMIN", "/api/1;x", "/api/%2e%2e"})
    @DisplayName("FRM-01: spellings that Javalin is told to accept reach the handler with a token")
    void acceptedSpellings(String target) throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.router.caseInsensitiveRoutes = true;
                    config.router.treatMultipleSlashesAsSingleSlash = true;
                    admin(config);
                },
                jeton)) {
            assertThat(app.http.get(target, bearer(jeton, "alice")).body())
                    .isEqualTo("secret of alice");
        }
    }

    @Test
    @DisplayName("FRM-05: a route is protected under a context path and in a group")
    void mounted() throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.router.contextPath = "/app";
                    config.routes.apiBuilder(() -> path(
                            "api",
                            () -> path("v1", () -> get("admin", this::secret, jwtRequired()))));
                },
                jeton)) {
            assertThat(app.http.get("/app/api/v1/admin").status()).isEqualTo(401);
            assertThat(app.http.send("HEAD", "/app/api/v1/admin", null).status())
                    .isEqualTo(401);
            assertThat(runs).hasValue(0);
            assertThat(app.http.get("/app/api/v1/admin", bearer(jeton, "alice")).body())
                    .isEqualTo("secret of alice");
        }
    }

    @Test
    @DisplayName("FRM-11: static files with the role are protected, HEAD too")
    void staticFiles() throws Exception {
        try (Application app = Application.start(
                config -> config.staticFiles.add(files -> {
                    files.directory = "/protected-files";
                    files.hostedPath = "/files";
                    files.roles = Set.of(jwtRequired());
                }),
                jeton)) {
            assertThat(app.http.get("/files/report.txt").status()).isEqualTo(401);
            assertThat(app.http.send("HEAD", "/files/report.txt", null).status())
                    .isEqualTo(401);
            assertThat(app.http.get("/files/./report.txt").body()).doesNotContain("members");
            assertThat(app.http.get("/files/report.txt", bearer(jeton, "alice")).body())
                    .contains("members");
        }
    }

    @Test
    @DisplayName(
            "FRM-21: routes and guards that are registered before the plugin are protected all the same")
    void order() throws Exception {
        try (Application app = Application.start(config -> {
            admin(config);
            config.registerPlugin(new JetonPlugin(jeton));
        })) {
            assertThat(app.http.get("/admin").status()).isEqualTo(401);
            assertThat(app.http.get("/admin", bearer(jeton, "alice")).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("FRM-23: a preflight needs no token, and a refusal keeps the headers of CORS")
    void cors() throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.bundledPlugins.enableCors(
                            cors -> cors.addRule(rule -> rule.allowHost("https://a.example")));
                    admin(config);
                },
                jeton)) {
            Reply preflight = app.http.send(
                    "OPTIONS",
                    "/admin",
                    null,
                    "Origin: https://a.example",
                    "Access-Control-Request-Method: GET",
                    "Access-Control-Request-Headers: Authorization");
            assertThat(preflight.status()).isEqualTo(200);
            assertThat(preflight.value("Access-Control-Allow-Origin"))
                    .contains("https://a.example");
            Reply refused = app.http.get("/admin", "Origin: https://a.example");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.value("Access-Control-Allow-Origin")).contains("https://a.example");
        }
    }

    @Test
    @DisplayName("FRM-27: two applications in one JVM know nothing of each other's tokens")
    void twoApplications() throws Exception {
        Jeton other = Jeton.withSecret("Wq9tXz2LmB6vN4cR8yJ1kH5gF7dS3aPo");
        try (Application one = Application.start(this::admin, jeton);
                Application two = Application.start(this::admin, other)) {
            assertThat(one.http.get("/admin", bearer(jeton, "alice")).status()).isEqualTo(200);
            assertThat(two.http.get("/admin", bearer(jeton, "alice")).status()).isEqualTo(401);
            assertThat(two.http.get("/admin", bearer(other, "bob")).body())
                    .isEqualTo("secret of bob");
        }
    }
}
