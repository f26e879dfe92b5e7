package dev.jeton.javalin;

import static dev.jeton.javalin.Application.bearer;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.Location;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.atomic.AtomicInteger;

/** Methods that routes do not expect, and those that a header puts in the place of another (section 15 of the attack catalogue). */
class MethodsTest {
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

    @Test
    @DisplayName("FRM-09: HEAD is protected like the GET route that answers it")
    void head() throws Exception {
        try (Application app = Application.start(this::admin, jeton)) {
            Reply refused = app.http.send("HEAD", "/admin", null);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.value("WWW-Authenticate")).isPresent();
            assertThat(app.http.send("HEAD", "/api/7", null).status()).isEqualTo(401);
            assertThat(app.http
                            .send("HEAD", "/admin", null, bearer(jeton, "alice"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("FRM-09: an open HEAD route beside a protected GET route is what it says")
    void headOfItsOwn() throws Exception {
        try (Application app = Application.start(
                config -> {
                    admin(config);
                    config.routes.head("/admin", ctx -> ctx.status(204));
                },
                jeton)) {
            assertThat(app.http.send("HEAD", "/admin", null).status()).isEqualTo(204);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"OPTIONS", "TRACE", "PROPFIND", "get", "POST", "QUERY"})
    @DisplayName("FRM-09: another method does not reach the handler of GET")
    void otherMethods(String method) throws Exception {
        try (Application app = Application.start(this::admin, jeton)) {
            assertThat(app.http.send(method, "/admin", null).status()).isNotEqualTo(200);
            assertThat(runs).hasValue(0);
        }
    }

    @Test
    @DisplayName(
            "FRM-10, CSR-09: a method that a header puts in the place of the wire's gains nothing")
    void methodOverride() throws Exception {
        Jeton cookies = Jeton.builder()
                .secretKey(Application.SECRET)
                .locations(Location.COOKIES)
                .build();
        try (Application app = Application.start(
                config -> config.routes.post("/admin", this::secret, jwtRequired()), cookies)) {
            String override = "X-HTTP-Method-Override: POST";
            assertThat(app.http
                            .send(
                                    "OPTIONS",
                                    "/admin",
                                    null,
                                    override,
                                    "Origin: https://a.example",
                                    "Access-Control-Request-Method: GET")
                            .status())
                    .isEqualTo(401);
            String cookie = "Cookie: " + cookies.cookies().names().get(0) + "="
                    + cookies.createAccessToken("alice");
            assertThat(app.http.get("/admin", override, cookie).status()).isEqualTo(403);
            assertThat(runs).hasValue(0);
        }
    }
}
