package dev.jeton.examples.site;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else's server, with one page, which looks at the cookies that come along. */
final class OtherSite implements AutoCloseable {
    private static final byte[] PAGE = "<!DOCTYPE html><title>Win!</title><h1>You have won!</h1>"
            .getBytes(StandardCharsets.UTF_8);

    /** The cookies of each request. */
    final List<String> cookies = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    OtherSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            cookies.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
    }

    /** Its page under this name of the machine. */
    String url(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
