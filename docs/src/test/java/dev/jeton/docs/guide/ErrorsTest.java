package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.failure.Reason;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.web.Answer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;

class ErrorsTest {
    private static App app(Jeton jeton) {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            config.routes.get("/protected", ctx -> ctx.result("hello"), jwtRequired());
        });
    }

    @Test
    @DisplayName("A refusal is a problem with a challenge, as the page shows it")
    void problem() throws IOException {
        try (App app = app(Jeton.withSecret(SECRET))) {
            HttpResponse<String> response = app.get("/protected", "Authorization", "Bearer x.y.z");
            String documented = dev.jeton.docs.Page.of("docs/guide/errors.md")
                    .blocks("http")
                    .get(0)
                    .text();
            assertThat(documented.strip()).isEqualTo("""
                            HTTP/1.1 401 Unauthorized
                            WWW-Authenticate: %s
                            Content-Type: %s

                            %s""".formatted(
                            response.headers().firstValue("WWW-Authenticate").orElse(""),
                            response.headers().firstValue("Content-Type").orElse(""),
                            response.body()));
        }
    }

    @Test
    @DisplayName("An application may answer in its own words, by reason")
    void own() throws IOException {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .answer(Reason.TOKEN_MISSING, refusal -> Answer.redirect("/login"))
                .answer(
                        Reason.EXPIRED,
                        refusal -> Answer.json(401, "{\"message\":\"Please log in again.\"}")
                                .with("WWW-Authenticate", "Bearer error=\"invalid_token\""))
                .build();

        try (App app = app(jeton)) {
            HttpResponse<String> response = app.get("/protected");
            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(response.headers().firstValue("Location")).contains("/login");
            assertThat(response.body()).isEmpty();
        }
    }
}
