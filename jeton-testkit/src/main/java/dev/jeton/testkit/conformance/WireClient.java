package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Pair;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * HTTP/1.1 over a socket (RFC 9112). The JDK's client neither sends every header nor leaves every target alone, and
 * what a case states has to arrive as it is stated.
 */
final class WireClient {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final Set<String> BODY_EXPECTED = Set.of("POST", "PUT", "PATCH");

    private final int port;

    WireClient(int port) {
        this.port = port;
    }

    /** Sends the request over a connection of its own and reads the whole answer. */
    WireResponse send(WireRequest request) throws IOException {
        byte[] message = message(request);
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            write(socket.getOutputStream(), message);
            return WireReader.read(socket.getInputStream(), request.method().equals("HEAD"));
        }
    }

    /** A server may answer, and close, before it has read all (RFC 9112 §9.5): then its answer is there to be read. */
    private static void write(OutputStream out, byte[] message) {
        try {
            out.write(message);
            out.flush();
        } catch (IOException answeredAlready) {
            // where there is no answer, reading it says so
        }
    }

    private byte[] message(WireRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String target = checked(request.target(), " \r\n");
        line(out, request.method() + " " + target + " HTTP/1.1", StandardCharsets.UTF_8);
        for (Pair header : headers(request)) {
            String text = checked(header.name(), ": \r\n") + ": " + checked(header.value(), "\r\n");
            line(out, text, charset(text));
        }
        line(out, "", StandardCharsets.US_ASCII);
        byte[] body = request.body();
        if (body != null) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    /** The stated headers, between those that the connection needs. */
    private List<Pair> headers(WireRequest request) {
        List<Pair> headers = new ArrayList<>();
        if (request.lacks("Host")) {
            headers.add(new Pair("Host", "localhost:" + port));
        }
        headers.add(new Pair("Connection", "close"));
        headers.addAll(request.headers());
        byte[] body = request.body();
        boolean hasLength = body != null || BODY_EXPECTED.contains(request.method());
        if (hasLength && request.lacks("Content-Length")) {
            headers.add(new Pair("Content-Length", String.valueOf(body == null ? 0 : body.length)));
        }
        return headers;
    }

    private static void line(ByteArrayOutputStream out, String text, Charset charset) {
        out.writeBytes((text + "\r\n").getBytes(charset));
    }

    /** Field values are Latin-1 by tradition (RFC 9110 §5.5); what does not fit into it goes as UTF-8. */
    private static Charset charset(String text) {
        return text.chars().allMatch(c -> c < 256)
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }

    private static String checked(String text, String forbidden) {
        if (text.chars().anyMatch(c -> forbidden.indexOf(c) >= 0)) {
            throw new NotUnderstoodException(
                    "cannot be sent, it would end the line or the field: \"" + text.strip() + "\"");
        }
        return text;
    }
}
