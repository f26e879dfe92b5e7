package dev.jeton.testkit.conformance;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;
import dev.jeton.web.RequestAuthenticator;
import dev.jeton.web.WebRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The smallest adapter there is, on the JDK's own server: the core as it is, before any framework comes in. */
final class JdkServer {
    private final ConformanceApplication application;

    private JdkServer(ConformanceApplication application) {
        this.application = application;
    }

    static ConformanceContract.Server start(ConformanceApplication application) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        server.setExecutor(threads);
        server.createContext("/", new JdkServer(application)::handle);
        server.start();
        return new ConformanceContract.Server(server.getAddress().getPort(), () -> {
            server.stop(0);
            threads.shutdown();
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            answer(exchange, body);
        } catch (RuntimeException e) {
            System.getLogger(JdkServer.class.getName())
                    .log(System.Logger.Level.ERROR, "request failed", e);
            send(exchange, Answer.json(500, "{}"), List.of());
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        Optional<Route> route = application.routes().stream()
                .filter(candidate ->
                        candidate.path().equals(exchange.getRequestURI().getPath()))
                .filter(candidate -> candidate.methods().contains(exchange.getRequestMethod()))
                .findFirst();
        if (route.isEmpty()) {
            send(exchange, Answer.empty(404), List.of());
            return;
        }
        WebRequest request = new View(exchange, body);
        JwtRequirement requirement = route.get().requirement();
        RequestAuthenticator authenticator = application
                .jetons()
                .resolve(request, requirement == null ? "default" : requirement.by())
                .authenticator();
        Outcome outcome = requirement == null
                ? authenticator.unprotected(request)
                : authenticator.authenticate(request, requirement);
        Answer answer = outcome instanceof Outcome.Denied denied
                ? denied.answer()
                : route.get().handler().answer(outcome, body);
        send(exchange, answer, outcome);
    }

    private static void send(HttpExchange exchange, Answer answer, Outcome outcome)
            throws IOException {
        Set<String> cookiesSet = answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                .map(header -> header.value().split("=", 2)[0])
                .collect(Collectors.toSet());
        outcome.headers()
                .forEach(
                        header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        send(exchange, answer, outcome.beforeCommit(answer.status(), cookiesSet));
    }

    private static void send(HttpExchange exchange, Answer answer, List<HttpHeader> more)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(header -> headers.add(header.name(), header.value()));
        more.forEach(header -> headers.add(header.name(), header.value()));
        boolean bodiless =
                answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            new ByteArrayInputStream(answer.body()).transferTo(exchange.getResponseBody());
        }
        exchange.close();
    }

    private record View(HttpExchange exchange, byte[] bytes) implements WebRequest {
        @Override
        public String method() {
            return exchange.getRequestMethod();
        }

        @Override
        public String path() {
            return exchange.getRequestURI().getRawPath();
        }

        @Override
        public List<String> headers(String name) {
            return exchange.getRequestHeaders().getOrDefault(name, List.of());
        }

        @Override
        public String rawQuery() {
            return exchange.getRequestURI().getRawQuery();
        }

        @Override
        public byte[] body(int limit) {
            return bytes.length > limit ? null : bytes.clone();
        }
    }
}
