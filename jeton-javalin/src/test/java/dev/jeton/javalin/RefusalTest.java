package dev.jeton.javalin;

import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

/** What a refusal leaves running, and what may not change it (section 15 of the attack catalogue). */
class RefusalTest {
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
    @DisplayName(
            "FRM-13: after a refusal neither later guards nor the handler run; what comes after them does")
    void skipped() throws Exception {
        StringBuffer seen = new StringBuffer();
        try (Application app = Application.start(
                config -> {
                    config.routes.before(ctx -> seen.append("before "));
                    config.routes.beforeMatched(ctx -> seen.append("guard "));
                    config.routes.after(ctx -> seen.append("after "));
                    config.routes.afterMatched(ctx -> seen.append("matched "));
                    admin(config);
                },
                jeton)) {
            assertThat(app.http.get("/admin").status()).isEqualTo(401);
            assertThat(seen).hasToString("before matched after ");
            assertThat(runs).hasValue(0);
        }
    }

    @Test
    @DisplayName("FRM-13: a handler for all exceptions cannot turn a refusal into something else")
    void exceptionHandlers() throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.routes.exception(Exception.class, (e, ctx) -> ctx.status(200));
                    config.routes.exception(RuntimeException.class, (e, ctx) -> ctx.status(200));
                    admin(config);
                },
                jeton)) {
            assertThat(app.http.get("/admin").status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName(
            "FRM-07, FRM-13: an error page of the application's own replaces the words of a refusal, not the handler")
    void errorPages() throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.routes.error(401, ctx -> ctx.result("please log in"));
                    admin(config);
                },
                jeton)) {
            Reply refused = app.http.get("/admin");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.value("WWW-Authenticate")).isPresent();
            assertThat(refused.body()).isEqualTo("please log in");
            assertThat(runs).hasValue(0);
        }
    }
}
