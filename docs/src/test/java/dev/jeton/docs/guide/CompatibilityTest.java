package dev.jeton.docs.guide;

import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.compat.AnswerKind;
import dev.jeton.compat.CompatJeton;
import dev.jeton.compat.IssueOptions;
import dev.jeton.compat.Predecessor;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.jwt.TokenType;
import dev.jeton.testkit.TokenForge;
import dev.jeton.web.Answer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class CompatibilityTest {
    private static final String SECRET = "R4p7!dqZ2#kWmX9s@TgV5bNc8&yHjL3f";

    private final CompatJeton app = Predecessor.FLASK_JWT_EXTENDED
            .with(Map.of(
                    "JWT_SECRET_KEY",
                    SECRET,
                    "JWT_TOKEN_LOCATION",
                    List.of("headers", "cookies"),
                    "JWT_COOKIE_SECURE",
                    true))
            .additionalClaims((identity, type) -> Map.of("role", "admin"))
            .answer(AnswerKind.EXPIRED, text -> Answer.json(401, "{\"msg\":\"log in again\"}"))
            .build();

    private App start() {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(app.jeton()));
            config.routes.post("/login", ctx -> {
                String token = app.accessToken("ada", new IssueOptions().fresh(true));
                app.setCookies(ctx.res()::addHeader, TokenType.ACCESS, token, cookie -> cookie);
                ctx.json(Map.of("access_token", token));
            });
            config.routes.get(
                    "/protected",
                    ctx -> ctx.json(Map.of("logged_in_as", app.identity(jwt(ctx)))),
                    jwtRequired());
        });
    }

    @Test
    @DisplayName("Tokens of the predecessor are good, and refusals have its words")
    void flask() throws IOException {
        String flask = TokenForge.token()
                .header("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
                .payload("""
                        {"fresh":false,"iat":%1$d,"jti":"8a0e6f0e-6f2b-4b1e-9d7c-0d7e9a1a2b3c","type":"access","sub":"ada","nbf":%1$d,"exp":%2$d}""".formatted(
                        Instant.now().getEpochSecond() - 5, Instant.now().getEpochSecond() + 900))
                .signed("HS256", SECRET.getBytes(StandardCharsets.UTF_8))
                .compact();
        try (App app = start()) {
            assertThat(app.get("/protected", "Authorization", "Bearer " + flask).body())
                    .isEqualTo("{\"logged_in_as\":\"ada\"}");
            HttpResponse<String> missing = app.get("/protected");
            assertThat(missing.statusCode()).isEqualTo(401);
            assertThat(missing.body())
                    .isEqualTo("{\"msg\":\"Missing JWT in headers or cookies (Missing Authorization"
                            + " Header; Missing cookie \\\"access_token_cookie\\\")\"}");
            assertThat(app.post("/login").headers().allValues("Set-Cookie"))
                    .anyMatch(field -> field.startsWith("access_token_cookie="))
                    .anyMatch(field -> field.startsWith("csrf_access_token="));
        }
    }
}
