package dev.jeton.javalin;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

import java.util.function.Consumer;

/** A Javalin application on a free port, and its client. */
final class Application implements AutoCloseable {
    static final String SECRET = "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE";

    final Javalin server;
    final RawHttp http;

    private Application(Javalin server) {
        this.server = server;
        this.http = new RawHttp(server.port());
    }

    /** Starts the routes, protected by these Jetons. */
    static Application start(Consumer<JavalinConfig> routes, Jeton... jetons) {
        return start(config -> {
            config.registerPlugin(new JetonPlugin(jetons));
            routes.accept(config);
        });
    }

    static Application start(Consumer<JavalinConfig> setup) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            setup.accept(config);
        });
        return new Application(server.start("127.0.0.1", 0));
    }

    /** The field that carries an access token of this subject. */
    static String bearer(Jeton jeton, String subject) {
        return "Authorization: Bearer " + jeton.createAccessToken(subject);
    }

    @Override
    public void close() {
        server.stop();
    }
}
