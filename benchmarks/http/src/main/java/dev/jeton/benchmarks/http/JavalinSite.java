package dev.jeton.benchmarks.http;

import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import dev.jeton.Jeton;
import dev.jeton.javalin.JetonPlugin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Javalin without the plugin, and with it and protected routes. */
final class JavalinSite {
    private JavalinSite() {}

    static List<Variant> start(Login login) {
        OrderBook book = new OrderBook(Login.SUBJECT);
        String open = start(config -> {
            config.routes.get("/orders", ctx -> ctx.result("nobody"));
            config.routes.post("/orders", ctx -> ctx.result("nobody"));
            config.routes.get("/book", ctx -> ctx.result(book.of(Login.SUBJECT)));
        });
        String withJeton = start(login.jeton(), book);
        List<Variant> variants =
                new ArrayList<>(login.variants(open, withJeton, start(login.remembering(), book)));
        variants.addAll(login.reading(open, withJeton));
        return variants;
    }

    private static String start(Jeton jeton, OrderBook book) {
        return start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            config.routes.get("/orders", ctx -> ctx.result(jwt(ctx).subject()), jwtRequired());
            config.routes.post("/orders", ctx -> ctx.result(jwt(ctx).subject()), jwtRequired());
            config.routes.get(
                    "/book", ctx -> ctx.result(book.of(jwt(ctx).subject())), jwtRequired());
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
