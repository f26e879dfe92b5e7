package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.jwt.VerifiedJwt;

import io.javalin.config.RoutesConfig;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;

class RefreshingTest {
    private final Jeton jeton =
            Jeton.builder().secretKey(SECRET).locations(HEADERS, COOKIES).build();

    private static void routes(RoutesConfig routes, Jeton jeton) {
        routes.post(
                "/refresh",
                ctx -> ctx.json(jeton.refresh(jwt(ctx)).toMap()),
                jwtRequired(r -> r.refresh()));
        routes.post(
                "/cookies/refresh",
                ctx -> jeton.cookies().set(ctx.res()::addHeader, jeton.refresh(jwt(ctx))),
                jwtRequired(r -> r.refresh().locations(COOKIES)));
    }

    private App app() {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            routes(config.routes, jeton);
        });
    }

    @Test
    @DisplayName("A refresh token makes an access token of the same login")
    void byHeader() throws IOException {
        Tokens tokens = jeton.login("ada", login -> login.fresh().roles("admin"));
        try (App app = app()) {
            HttpResponse<String> response = app.post(
                    "/refresh", "Authorization", "Bearer " + tokens.refresh().orElseThrow());
            assertThat(response.body())
                    .doesNotContain("refresh_token")
                    .contains("\"expires_in\":900");
            VerifiedJwt first = jeton.verifier().verify(tokens.access());
            VerifiedJwt next = jeton.verifier()
                    .verify(response.body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1"));
            assertThat(next.sessionId()).isEqualTo(first.sessionId());
            assertThat(next.csrf()).isEqualTo(first.csrf());
            assertThat(next.authTime()).isEqualTo(first.authTime());
            assertThat(next.roles()).containsExactly("admin");
            assertThat(next.id()).isNotEqualTo(first.id());
            assertThat(next.claims().get("fresh")).isEqualTo(false);
        }
    }

    @Test
    @DisplayName("An access token opens no refresh route, and a refresh token no other")
    void types() throws IOException {
        try (App app = app()) {
            assertThat(app.post(
                                    "/refresh",
                                    "Authorization",
                                    "Bearer " + jeton.createAccessToken("ada"))
                            .body())
                    .contains("token_type_refused");
        }
    }

    @Test
    @DisplayName("A refresh by cookies renews the access cookie, and needs the CSRF value")
    void byCookie() throws IOException {
        Tokens tokens = jeton.login("ada");
        String cookie = jeton.cookies().names().get(1) + "=" + tokens.refresh().orElseThrow();
        try (App app = app()) {
            assertThat(app.post("/cookies/refresh", "Cookie", cookie).body())
                    .contains("csrf_missing");
            assertThat(app.post(
                                    "/cookies/refresh",
                                    "Cookie",
                                    cookie,
                                    "X-CSRF-TOKEN",
                                    tokens.csrf().orElseThrow())
                            .headers()
                            .allValues("Set-Cookie"))
                    .anyMatch(field -> field.startsWith("__Host-access_token=e"))
                    .noneMatch(field -> field.startsWith("__Host-refresh_token"));
        }
    }
}
