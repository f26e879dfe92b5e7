package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.OTHER;
import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.authenticate;
import static dev.jeton.javalin.JetonPlugin.authentication;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.javalin.JetonPlugin.optionalJwt;
import static dev.jeton.web.Location.HEADERS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.failure.SettingsException;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import io.javalin.config.JavalinConfig;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

class JavalinTest {
    private final Jeton jeton = Jeton.withSecret(SECRET);

    private void configure(JavalinConfig config) {
        config.registerPlugin(new JetonPlugin(jeton));
        config.routes.get("/open", ctx -> ctx.result("anybody"));
        config.routes.get("/protected", ctx -> ctx.result(jwt(ctx).subject()), jwtRequired());
        config.routes.get(
                "/fresh",
                ctx -> ctx.result(jwt(ctx).subject()),
                jwtRequired(r -> r.fresh().locations(HEADERS)));
        config.routes.get(
                "/optional",
                ctx -> ctx.result(optionalJwt(ctx).map(VerifiedJwt::subject).orElse("nobody")),
                jwtRequired(r -> r.optional()));
        config.routes.get(
                "/where",
                ctx -> {
                    if (authentication(ctx) instanceof Outcome.Authenticated found) {
                        ctx.result("a token in " + found.location());
                    }
                },
                jwtRequired());
        config.routes.get(
                "/later",
                ctx -> ctx.future(
                        () -> CompletableFuture.runAsync(() -> ctx.result(jwt(ctx).subject()))),
                jwtRequired());
    }

    @Test
    @DisplayName("A role protects a route, and accessors tell the handler what was found")
    void routes() throws IOException {
        String token = "Bearer " + jeton.createAccessToken("ada");
        try (App app = App.start(this::configure)) {
            assertThat(app.get("/open").body()).isEqualTo("anybody");
            assertThat(app.get("/protected").statusCode()).isEqualTo(401);
            assertThat(app.get("/protected", "Authorization", token).body()).isEqualTo("ada");
            assertThat(app.get("/fresh", "Authorization", token).statusCode()).isEqualTo(401);
            assertThat(app.get("/optional").body()).isEqualTo("nobody");
            assertThat(app.get("/where", "Authorization", token).body())
                    .isEqualTo("a token in HEADERS");
            assertThat(app.get("/later", "Authorization", token).body()).isEqualTo("ada");
        }
    }

    @Test
    @DisplayName("A handler may ask for more, and all routes under a path for the same")
    void inHandlers() throws IOException {
        App app = App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            config.routes.beforeMatched("/admin/*", ctx -> {
                authenticate(ctx, JwtRequirement.of(r -> r.roles("admin")));
            });
            config.routes.get("/admin/report", ctx -> ctx.result("report"));
        });
        try (app) {
            String admin = jeton.createAccessToken("ada", token -> token.roles("admin"));
            assertThat(app.get("/admin/report", "Authorization", "Bearer " + admin)
                            .body())
                    .isEqualTo("report");
            assertThat(app.get("/admin/report").statusCode()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("Two Jetons stand side by side, and routes name theirs")
    void severalJetons() throws IOException {
        Jeton users = Jeton.withSecret(SECRET);
        Jeton admins = Jeton.builder()
                .name("admin")
                .secretKey(OTHER)
                .cookies(cookies -> cookies.accessName("admin_access")
                        .refreshName("admin_refresh")
                        .accessCsrfName("admin_csrf")
                        .refreshCsrfName("admin_csrf"))
                .build();
        App app = App.start(config -> {
            config.registerPlugin(new JetonPlugin(users, admins));
            config.routes.get(
                    "/admin",
                    ctx -> ctx.result(jwt(ctx).subject()),
                    jwtRequired(r -> r.by("admin")));
        });
        try (app) {
            assertThat(app.get(
                                    "/admin",
                                    "Authorization",
                                    "Bearer " + admins.createAccessToken("ada"))
                            .body())
                    .isEqualTo("ada");
            assertThat(app.get(
                                    "/admin",
                                    "Authorization",
                                    "Bearer " + users.createAccessToken("ada"))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    @DisplayName("A route that wants a Jeton that there is not stops the start")
    void unknownName() {
        assertThatThrownBy(() -> App.start(config -> {
                    config.registerPlugin(new JetonPlugin(jeton));
                    config.routes.get("/", ctx -> {}, jwtRequired(r -> r.by("admin")));
                }))
                .isInstanceOf(SettingsException.class);
    }
}
