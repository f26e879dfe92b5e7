package dev.jeton.javalin;

import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.compat.CompatJeton;
import dev.jeton.compat.IssueOptions;
import dev.jeton.compat.Predecessor;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

/** Javalin itself lets {@code X-HTTP-Method-Override} choose the route. */
class OverriddenMethodTest {
    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName(
            "CSR-09: under a predecessor's profile too, a method put in the place of the wire's needs the CSRF value")
    void predecessors(Predecessor predecessor) throws Exception {
        CompatJeton compat = predecessor
                .with(Map.of(
                        "JWT_SECRET_KEY",
                        Application.SECRET,
                        "JWT_TOKEN_LOCATION",
                        "cookies",
                        "JWT_COOKIE_SECURE",
                        true))
                .build();
        String cookie =
                "Cookie: access_token_cookie=" + compat.accessToken("alice", new IssueOptions());
        try (Application app = Application.start(
                config -> {
                    config.routes.get("/a", ctx -> ctx.result("in"), jwtRequired());
                    config.routes.post("/a", ctx -> ctx.result("in"), jwtRequired());
                },
                compat.jeton())) {
            assertThat(app.http.get("/a", cookie).status()).isEqualTo(200);
            assertThat(app.http.get("/a?_method=delete", cookie).status()).isEqualTo(401);
            assertThat(app.http
                            .get("/a", cookie, "X-HTTP-Method-Override: POST")
                            .status())
                    .isEqualTo(401);
        }
    }
}
