package dev.jeton.examples.quickstart;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.session.InMemoryDenylist;

import io.javalin.Javalin;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Starts the example: a Javalin application with every kind of route. */
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] args) {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        start(System.getenv(), port, System.out);
    }

    /**
     * The running application.
     *
     * @param environment the options, such as {@code JETON_SECRET_KEY}
     * @param port where it listens; 0 for any free port
     * @param out is told which requests to try
     */
    static Javalin start(Map<String, String> environment, int port, PrintStream out) {
        Accounts accounts = new Accounts();
        Jeton jeton = jeton(environment, accounts, out);
        Javalin app = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.registerPlugin(new JetonPlugin(jeton));
                    new Routes(jeton, accounts).addTo(config.routes);
                })
                .start(port);
        out.println(Requests.text(app.port()));
        return app;
    }

    /** Tokens in headers and cookies; routes may name other places. The environment has the last word. */
    private static Jeton jeton(
            Map<String, String> environment, Accounts accounts, PrintStream out) {
        JetonBuilder builder = Jeton.builder()
                .locations(HEADERS, COOKIES)
                .insecureDevelopmentCookies() // this example speaks plain http
                .users(jwt -> accounts.find(jwt.subject()))
                .denylist(new InMemoryDenylist());
        if (!environment.containsKey("JETON_SECRET_KEY")
                && !environment.containsKey("JETON_PRIVATE_KEY")) {
            builder.secretKey(developmentSecret(out));
        }
        return builder.environment(environment).build();
    }

    private static String developmentSecret(PrintStream out) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        out.println("""
                ************************************************************************
                *  NO SECRET KEY IS SET. This run made one up: its tokens are void     *
                *  after a restart. For anything but a trial, start it with            *
                *                                                                      *
                *      export JETON_SECRET_KEY=base64:$(openssl rand -base64 32)       *
                ************************************************************************
                """);
        return "base64:" + Base64.getEncoder().encodeToString(secret);
    }
}
