package dev.jeton.docs.guide;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;

/** A running application of a guide page, and a client for it. */
final class App implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin javalin;

    private App(Javalin javalin) {
        this.javalin = javalin;
    }

    static App start(Consumer<JavalinConfig> config) {
        return new App(Javalin.create(config).start(0));
    }

    /** What a request is answered; headers are names and values in turn. */
    HttpResponse<String> get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String... headers) throws IOException {
        return send("POST", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + javalin.port() + path))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
