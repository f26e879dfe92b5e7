package dev.jeton.benchmarks.http;

import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import dev.jeton.Jeton;
import dev.jeton.javalin.JetonPlugin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

import java.util.List;
import java.util.function.Consumer;

/** Javalin without the plugin, and with it and protected routes. */
final class JavalinSite {
    private JavalinSite() {}

    static List<Variant> start(Login login) {
        String open = start(config -> {
            config.routes.get("/orders", ctx -> ctx.result("nobody"));
            config.routes.post("/orders", ctx -> ctx.result("nobody"));
        });
        return login.variants(open, start(login.jeton()), start(login.remembering()));
    }

    private static String start(Jeton jeton) {
        return start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            config.routes.get("/orders", ctx -> ctx.result(jwt(ctx).subject()), jwtRequired());
            config.routes.post("/orders", ctx -> ctx.result(jwt(ctx).subject()), jwtRequired());
        });
    }

    private static String start(Consumer<JavalinConfig> routes) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            routes.accept(config);
        });
        server.start("127.0.0.1", 0);
        return "http://127.0.0.1:" + server.port();
    }
}
