package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp;

import org.springframework.context.ConfigurableApplicationContext;

/** An application that has been started, and its client. */
final class Application implements AutoCloseable {
    final ConfigurableApplicationContext context;
    final int port;
    final RawHttp http;

    Application(ConfigurableApplicationContext context) {
        this.context = context;
        this.port =
                context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.http = new RawHttp(port);
    }

    /** The field that carries an access token of this subject. */
    static String bearer(Jeton jeton, String subject) {
        return bearer(jeton.createAccessToken(subject));
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    @Override
    public void close() {
        context.close();
    }
}
