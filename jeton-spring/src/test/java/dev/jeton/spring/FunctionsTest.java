package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;

/** Functional routes, which carry their rule with them. */
class FunctionsTest {
    private final Jeton jeton = Jeton.withSecret(Stack.SECRET);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "A functional route is protected by its filter, also behind others and nested, and closed with all")
    void functions(Stack stack) throws Exception {
        for (boolean all : new boolean[] {false, true}) {
            JetonRoutes routes = all ? JetonRoutes.defaults().protectAll() : JetonRoutes.defaults();
            try (Application app = stack.start(
                    JetonResolver.of(jeton),
                    Map.of(),
                    context -> context.registerBean(JetonRoutes.class, () -> routes),
                    stack.isReactive() ? FluxRoutes.class : MvcRoutes.class)) {
                check(app, all);
            }
        }
    }

    private void check(Application app, boolean all) throws Exception {
        String alice = bearer(jeton, "alice");
        String fresh = bearer(jeton.login("bob", login -> login.fresh()).access());
        String admin = bearer(jeton.createAccessToken("root", token -> token.roles("admin")));
        assertThat(app.http.get("/function").status()).isEqualTo(all ? 401 : 200);
        assertThat(app.http.get("/function/open").body()).isEqualTo("function");
        for (String path : List.of("protected", "fresh", "nested/x")) {
            assertThat(app.http.get("/function/" + path).status()).as(path).isEqualTo(401);
        }
        assertThat(app.http.get("/function/protected", alice).body()).isEqualTo("function");
        assertThat(app.http.get("/function/fresh", alice).status()).isEqualTo(401);
        assertThat(app.http.get("/function/fresh", fresh).body()).isEqualTo("function");
        assertThat(app.http.get("/function/nested/x", alice).status()).isEqualTo(403);
        assertThat(app.http.get("/function/nested/x", admin).body()).isEqualTo("function");
    }
}
