package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.javalin.JetonPlugin;

import io.javalin.config.RoutesConfig;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;

class LocationsTest {
    private final Jeton jeton =
            Jeton.builder().secretKey(SECRET).locations(HEADERS, COOKIES).build();

    private static void routes(RoutesConfig routes) {
        routes.get("/protected", ctx -> ctx.result(jwt(ctx).subject()), jwtRequired());
        routes.get(
                "/download",
                ctx -> ctx.result(jwt(ctx).subject()),
                jwtRequired(r -> r.locations(HEADERS, QUERY_STRING)));
        routes.post(
                "/batch",
                ctx -> ctx.result(jwt(ctx).subject() + " sent " + ctx.body().length() + " bytes"),
                jwtRequired(r -> r.locations(JSON)));
    }

    private App app() {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            routes(config.routes);
        });
    }

    @Test
    @DisplayName("A route looks in its own locations, else in the configured ones, in order")
    void order() throws IOException {
        String token = jeton.createAccessToken("ada");
        String cookie = jeton.cookies().names().get(0) + "=" + jeton.createAccessToken("grace");
        try (App app = app()) {
            assertThat(app.get("/protected", "Authorization", "Bearer " + token).body())
                    .isEqualTo("ada");
            assertThat(app.get("/protected", "Cookie", cookie).body()).isEqualTo("grace");
            assertThat(app.get("/protected", "Cookie", cookie, "Authorization", "Bearer " + token)
                            .body())
                    .isEqualTo("ada");
            assertThat(app.get("/protected", "Cookie", cookie, "Authorization", "Bearer x.y.z"))
                    .returns(401, HttpResponse::statusCode);
            assertThat(app.get("/download", "Cookie", cookie).body()).contains("token_missing");
        }
    }

    @Test
    @DisplayName(
            "A token in a query string keeps the answer out of caches and its URL out of the next request")
    void query() throws IOException {
        try (App app = app()) {
            HttpResponse<String> response =
                    app.get("/download?jwt=" + jeton.createAccessToken("ada"));
            assertThat(response.body()).isEqualTo("ada");
            assertThat(response.headers().map())
                    .hasEntrySatisfying(
                            "cache-control", v -> assertThat(v).containsExactly("no-store"))
                    .hasEntrySatisfying(
                            "referrer-policy", v -> assertThat(v).containsExactly("no-referrer"));
            assertThat(app.get(
                                    "/download?jwt=" + jeton.createAccessToken("ada"),
                                    "Authorization",
                                    "Bearer " + jeton.createAccessToken("ada"))
                            .body())
                    .contains("request_invalid");
        }
    }

    @Test
    @DisplayName("The handler can still read a body that held the token")
    void json() throws IOException {
        String body = "{\"access_token\":\"" + jeton.createAccessToken("ada") + "\"}";
        try (App app = app()) {
            assertThat(app.send("POST", "/batch", body, "Content-Type", "application/json")
                            .body())
                    .isEqualTo("ada sent " + body.length() + " bytes");
            assertThat(app.send("POST", "/batch", body, "Content-Type", "text/plain")
                            .body())
                    .contains("token_missing");
        }
    }
}
