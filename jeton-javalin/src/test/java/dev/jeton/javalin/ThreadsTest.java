package dev.jeton.javalin;

import static dev.jeton.javalin.Application.bearer;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.javalin.JetonPlugin.optionalJwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;

import io.javalin.http.Context;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Whose request it is stays with the request, whatever thread works on it. */
class ThreadsTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    private static String who(Context ctx) {
        return optionalJwt(ctx).map(VerifiedJwt::subject).orElse("nobody");
    }

    @Test
    @DisplayName("FRM-15: a pool that is made during a request inherits nothing from it")
    void inheritance() throws Exception {
        AtomicReference<ExecutorService> pool = new AtomicReference<>();
        try (Application app = Application.start(
                config -> {
                    config.routes.get(
                            "/first",
                            ctx -> {
                                ExecutorService made = Executors.newSingleThreadExecutor();
                                pool.set(made);
                                made.submit(() -> jwt(ctx)).get();
                            },
                            jwtRequired());
                    config.routes.get(
                            "/then",
                            ctx -> ctx.result(pool.get().submit(() -> who(ctx)).get()),
                            jwtRequired(JwtRequirement::optional));
                },
                jeton)) {
            app.http.get("/first", bearer(jeton, "alice"));
            assertThat(app.http.get("/then").body()).isEqualTo("nobody");
            assertThat(app.http.get("/then", bearer(jeton, "bob")).body()).isEqualTo("bob");
            pool.get().shutdown();
        }
    }
}
