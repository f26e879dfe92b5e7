package dev.jeton.javalin;

import static dev.jeton.javalin.Application.bearer;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import io.javalin.http.Context;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is left of a body for the handler after Jeton has looked into it. */
class BodyTest {
    private static final String JSON_TYPE = "Content-Type: application/json";

    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    private static String read(Context ctx, String way) throws IOException {
        return switch (way) {
            case "body" -> ctx.body() + ctx.body().substring(ctx.body().length());
            case "bytes" -> new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8);
            case "stream" ->
                new String(ctx.bodyInputStream().readAllBytes(), StandardCharsets.UTF_8);
            case "class" -> written(ctx, ctx.bodyAsClass(Map.class));
            case "streamClass" -> written(ctx, ctx.bodyStreamAsClass(Map.class));
            case "reader" -> ctx.req().getReader().readLine();
            default ->
                new String(ctx.req().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        };
    }

    private static String written(Context ctx, Object parsed) {
        return ctx.jsonMapper().toJsonString(parsed, Map.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"body", "bytes", "stream", "class", "streamClass", "reader", "servlet"})
    @DisplayName("The handler can read the whole body after Jeton has looked into it for a token")
    void bodyAfterJson(String way) throws Exception {
        try (Application app = Application.start(
                config -> config.routes.post(
                        "/" + way,
                        ctx -> ctx.result("got " + read(ctx, way)),
                        jwtRequired(r -> r.locations(JSON))),
                jeton)) {
            String body = "{\"access_token\":\"" + jeton.createAccessToken("alice")
                    + "\",\"note\":\"gr\u00fc\u00dfe\"}";
            Reply reply = app.http.post("/" + way, body, JSON_TYPE);
            assertThat(reply.body()).startsWith("got ").endsWith("\"note\":\"gr\u00fc\u00dfe\"}");
            assertThat(app.http.post("/" + way, "{}", JSON_TYPE).status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("A body longer than Jeton reads is whole for the handler of an optional route")
    void longBody() throws Exception {
        try (Application app = Application.start(
                config -> config.routes.post(
                        "/upload",
                        ctx -> ctx.result("" + ctx.bodyAsBytes().length),
                        jwtRequired(r -> r.optional().locations(HEADERS, JSON))),
                jeton)) {
            String body = "{\"a\":\"" + "x".repeat(200_000) + "\"}";
            assertThat(app.http.post("/upload", body, JSON_TYPE).status()).isEqualTo(400);
            assertThat(app.http
                            .post("/upload", body, "Content-Type: text/plain")
                            .body())
                    .isEqualTo("200008");
            assertThat(app.http
                            .post("/upload", body, JSON_TYPE, bearer(jeton, "alice"))
                            .body())
                    .isEqualTo("200008");
        }
    }

    @Test
    @DisplayName("The handler can read the form that carried the CSRF value")
    void bodyAfterForm() throws Exception {
        Jeton forms = Jeton.builder()
                .secretKey(Application.SECRET)
                .locations(COOKIES)
                .csrf(csrf -> csrf.form())
                .build();
        try (Application app = Application.start(
                config -> config.routes.post(
                        "/transfer",
                        ctx -> ctx.result(ctx.formParam("to") + " " + ctx.body().length()),
                        jwtRequired()),
                forms)) {
            String token = forms.createAccessToken("alice");
            String csrf = forms.verifier().verify(token).csrf().orElseThrow();
            String cookie = "Cookie: " + forms.cookies().names().get(0) + "=" + token;
            String type = "Content-Type: application/x-www-form-urlencoded";
            String form = "to=b%C3%B6b&csrf_token=" + csrf;
            assertThat(app.http.post("/transfer", form, cookie, type).body())
                    .isEqualTo("b\u00f6b " + form.length());
            assertThat(app.http.post("/transfer", "to=bob", cookie, type).status())
                    .isEqualTo(403);
        }
    }
}
