package dev.jeton.testkit.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A server that answers what it has been told to, and keeps what it has been sent. It tests the runner alone. */
final class CannedServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new ArrayList<>();
    private int status = 200;
    private String body = "{}";
    private final List<String[]> headers = new ArrayList<>();

    /** A request as it came. */
    record Received(
            String method,
            String target,
            List<String> authorization,
            String contentType,
            String body) {}

    CannedServer() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    CannedServer answers(int newStatus, String newBody, String... namesAndValues) {
        status = newStatus;
        body = newBody;
        headers.clear();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(new String[] {namesAndValues[i], namesAndValues[i + 1]});
        }
        return this;
    }

    List<Received> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getOrDefault("Authorization", List.of()),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        headers.forEach(header -> exchange.getResponseHeaders().add(header[0], header[1]));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                status,
                exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length == 0 ? -1 : 0);
        if (!exchange.getRequestMethod().equals("HEAD") && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
