package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** Spring's CORS beside protected handlers. */
class CorsTest {
    private static final String ORIGIN = "Origin: https://a.example";

    private final Jeton jeton = Jeton.withSecret(Stack.SECRET);

    @RestController
    static class Handlers {
        @GetMapping("/shared")
        @CrossOrigin("https://a.example")
        @JwtRequired
        String shared() {
            return "shared";
        }

        @GetMapping("/own")
        @JwtRequired
        String own() {
            return "own";
        }
    }

    private static Reply preflight(Application app, String path) throws Exception {
        return app.http.send("OPTIONS", path, null, ORIGIN, "Access-Control-Request-Method: GET");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-23: a preflight needs no token, and a refusal keeps its CORS fields")
    void cors(Stack stack) throws Exception {
        for (boolean all : new boolean[] {false, true}) {
            JetonRoutes routes = all ? JetonRoutes.defaults().protectAll() : JetonRoutes.defaults();
            try (Application app = stack.start(
                    JetonResolver.of(jeton),
                    Map.of(),
                    context -> context.registerBean(JetonRoutes.class, () -> routes),
                    Handlers.class)) {
                Reply preflight = preflight(app, "/shared");
                assertThat(preflight.status()).isEqualTo(200);
                assertThat(preflight.value("Access-Control-Allow-Origin"))
                        .contains("https://a.example");
                assertThat(preflight(app, "/own").value("Access-Control-Allow-Origin"))
                        .isEmpty();
                Reply refused = app.http.get("/shared", ORIGIN);
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.values("Access-Control-Allow-Origin"))
                        .containsExactly("https://a.example");
                Reply shared = app.http.get("/shared", ORIGIN, bearer(jeton, "alice"));
                assertThat(shared.body()).isEqualTo("shared");
                assertThat(shared.values("Access-Control-Allow-Origin"))
                        .containsExactly("https://a.example");
                assertThat(app.http.get("/own", ORIGIN).values("Access-Control-Allow-Origin"))
                        .isEmpty();
            }
        }
    }
}
