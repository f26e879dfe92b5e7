package dev.jeton.javalin;

import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** The smallest complete application, as the front page shows it. */
class FrontPageTest {
    private static final int PORT = 0; // any free one; the front page says 8080

    private static Javalin application() {
        Jeton jeton = Jeton.withSecret(System.getenv("JETON_SECRET_KEY"));

        return Javalin.create(config -> {
                    config.registerPlugin(new JetonPlugin(jeton));
                    config.routes.post("/login", ctx -> {
                        String name = authenticate(ctx); // the application's own check
                        ctx.json(jeton.login(name)
                                .toMap()); // access_token, refresh_token, token_type, expires_in
                    });
                    config.routes.get(
                            "/protected",
                            ctx -> ctx.json(Map.of("logged_in_as", jwt(ctx).subject())),
                            jwtRequired());
                    config.routes.post(
                            "/refresh",
                            ctx -> ctx.json(jeton.refresh(jwt(ctx)).toMap()),
                            jwtRequired(r -> r.refresh()));
                })
                .start(PORT);
    }

    private static String authenticate(Context ctx) {
        if (!"open sesame".equals(ctx.formParam("password"))) {
            throw new UnauthorizedResponse();
        }
        return String.valueOf(ctx.formParam("name"));
    }

    @Test
    @DisplayName("The front page's application logs in, protects a route, and refreshes")
    void runs() throws Exception {
        Javalin server = application();
        try {
            RawHttp http = new RawHttp(server.port());
            JsonNode tokens = json(http.post(
                    "/login",
                    "name=alice&password=open+sesame",
                    "Content-Type: application/x-www-form-urlencoded"));
            assertThat(tokens.fieldNames())
                    .toIterable()
                    .containsExactly("access_token", "refresh_token", "token_type", "expires_in");
            String access =
                    "Authorization: Bearer " + tokens.get("access_token").textValue();
            String refresh =
                    "Authorization: Bearer " + tokens.get("refresh_token").textValue();

            assertThat(http.get("/protected").status()).isEqualTo(401);
            assertThat(http.get("/protected", refresh).status()).isEqualTo(401);
            assertThat(http.get("/protected", access).body())
                    .isEqualTo("{\"logged_in_as\":\"alice\"}");

            assertThat(http.post("/refresh", "", access).status()).isEqualTo(401);
            String renewed =
                    json(http.post("/refresh", "", refresh)).get("access_token").textValue();
            assertThat(http.get("/protected", "Authorization: Bearer " + renewed)
                            .body())
                    .isEqualTo("{\"logged_in_as\":\"alice\"}");
        } finally {
            server.stop();
        }
    }

    private static JsonNode json(RawHttp.Reply reply) throws Exception {
        assertThat(reply.status()).isEqualTo(200);
        return new ObjectMapper().readTree(reply.body());
    }
}
