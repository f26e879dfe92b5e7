package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.testkit.MovableClock;

import io.javalin.config.RoutesConfig;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

class FreshnessTest {
    private final MovableClock clock = MovableClock.at(Instant.parse("2030-01-01T12:00:00Z"));
    private final Jeton jeton = Jeton.builder().secretKey(SECRET).clock(clock).build();

    private static void routes(RoutesConfig routes) {
        routes.put("/password", ctx -> ctx.result("changed"), jwtRequired(r -> r.fresh()));
        routes.post(
                "/payment",
                ctx -> ctx.result("paid by " + jwt(ctx).subject()),
                jwtRequired(r -> r.fresh(Duration.ofMinutes(5))));
    }

    private App app() {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            routes(config.routes);
        });
    }

    @Test
    @DisplayName("A fresh route takes the token of a fresh login, and no refreshed one")
    void fresh() throws IOException {
        Tokens tokens = jeton.login("ada", login -> login.fresh());

        Tokens refreshed =
                jeton.refresh(jeton.verifier().verify(tokens.refresh().orElseThrow()));
        try (App app = app()) {
            assertThat(put(app, tokens).body()).isEqualTo("changed");
            assertThat(put(app, refreshed).body()).contains("fresh_token_required");
            assertThat(put(app, jeton.login("ada")).body()).contains("fresh_token_required");
        }
    }

    @Test
    @DisplayName("A token may be fresh for a while")
    void window() throws IOException {
        Tokens tokens = jeton.login("ada", login -> login.freshFor(Duration.ofMinutes(10)));

        try (App app = app()) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(put(app, tokens).statusCode()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(1));
            assertThat(put(app, tokens).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("A route may bound how long ago the user proved who they are (RFC 9470)")
    void age() throws IOException {
        Tokens tokens = jeton.login("ada", login -> login.fresh());
        String token = "Bearer " + tokens.access();
        try (App app = app()) {
            assertThat(app.post("/payment", "Authorization", token).body())
                    .isEqualTo("paid by ada");
            clock.advance(Duration.ofMinutes(6));
            HttpResponse<String> stale = app.post("/payment", "Authorization", token);
            assertThat(stale.headers().allValues("WWW-Authenticate"))
                    .containsExactly(
                            "Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");
        }
    }

    private static HttpResponse<String> put(App app, Tokens tokens) throws IOException {
        return app.send("PUT", "/password", "", "Authorization", "Bearer " + tokens.access());
    }
}
