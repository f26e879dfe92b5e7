package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.javalin.JetonPlugin.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonListener;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Refusal;

import io.javalin.config.RoutesConfig;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

class HooksTest {
    private record User(String name, String tenant) {}

    private final Map<String, User> users = Map.of("ada", new User("ada", "analytics"));

    private App app(Jeton jeton) {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            routes(config.routes);
        });
    }

    private static void routes(RoutesConfig routes) {
        routes.get(
                "/me",
                ctx -> {
                    User user = user(ctx);
                    ctx.result(user.name() + " of " + user.tenant());
                },
                jwtRequired());
        routes.get(
                "/reports",
                ctx -> ctx.result("reports"),
                jwtRequired(r -> r.roles("admin", "auditor")));
        routes.get(
                "/orders", ctx -> ctx.result("orders"), jwtRequired(r -> r.scopes("orders:read")));
        routes.get(
                "/british",
                ctx -> ctx.result("tea"),
                jwtRequired(r -> r.where(
                        jwt -> jwt.claim("locale", String.class).equals(Optional.of("en-GB")))));
    }

    @Test
    @DisplayName("The user of each good token is looked up, and a token of nobody is refused")
    void lookup() throws IOException {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .users(jwt -> users.get(jwt.subject()))
                .build();

        try (App app = app(jeton)) {
            assertThat(get(app, "/me", jeton.createAccessToken("ada")).body())
                    .isEqualTo("ada of analytics");
            HttpResponse<String> unknown = get(app, "/me", jeton.createAccessToken("eve"));
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(unknown.body()).contains("token_invalid");
        }
    }

    @Test
    @DisplayName("Routes ask for roles, scopes and conditions")
    void authorization() throws IOException {
        Jeton jeton = Jeton.withSecret(SECRET);
        String token = jeton.createAccessToken(
                "ada", t -> t.roles("auditor").scopes("orders:write").claim("locale", "en-GB"));
        try (App app = app(jeton)) {
            assertThat(get(app, "/reports", token).body()).isEqualTo("reports");
            assertThat(get(app, "/british", token).body()).isEqualTo("tea");
            HttpResponse<String> response = get(app, "/orders", token);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer error=\"insufficient_scope\", scope=\"orders:read\"");
            assertThat(get(app, "/reports", jeton.createAccessToken("ada")).body())
                    .contains("\"refused\"");
        }
    }

    @Test
    @DisplayName("A check of the application sees every good token")
    void check() throws IOException {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .check(jwt -> jwt.claim("tenant", String.class).isPresent())
                .build();

        try (App app = app(jeton)) {
            assertThat(get(app, "/reports", jeton.createAccessToken("ada", t -> t.roles("admin")))
                            .body())
                    .contains("\"refused\"");
        }
    }

    @Test
    @DisplayName("A hook that fails never lets a request in: 500, with a reference to the log")
    void failure() throws IOException {
        Jeton jeton =
                Jeton.builder().secretKey(SECRET).users(jwt -> List.of().get(0)).build();
        try (App app = app(jeton)) {
            HttpResponse<String> response = get(app, "/me", jeton.createAccessToken("ada"));
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("\"reference\"");
        }
    }

    static final class Audit implements JetonListener {
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void issued(TokenDraft token) {
            lines.add("issued " + token.type() + " to " + token.subject());
        }

        @Override
        public void refused(Refusal refusal) {
            lines.add("refused " + refusal.request().path() + ": "
                    + refusal.reason().code());
        }

        @Override
        public void revoked(VerifiedJwt token) {
            lines.add("revoked " + token.id().orElse("?"));
        }
    }

    @Test
    @DisplayName("A listener is told what happened")
    void listener() throws IOException {
        Audit audit = new Audit();
        Jeton jeton = Jeton.builder().secretKey(SECRET).listener(audit).build();

        try (App app = app(jeton)) {
            jeton.createAccessToken("ada");
            app.get("/me");
            assertThat(audit.lines)
                    .containsExactly("issued ACCESS to ada", "refused /me: token_missing");
        }
    }

    private static HttpResponse<String> get(App app, String path, String token) throws IOException {
        return app.get(path, "Authorization", "Bearer " + token);
    }
}
