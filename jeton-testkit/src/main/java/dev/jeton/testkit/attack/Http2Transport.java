package dev.jeton.testkit.attack;

import dev.jeton.web.HttpHeader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Requests over HTTP/2 without TLS, which a connection is upgraded to: those of them that the JDK's client can make. */
final class Http2Transport implements Transport {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Servers end the connection over longer ones. */
    private static final int ROOM = 7_500;

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    /** What a server that ends the stream instead of answering says by it. */
    private static final RawAnswer RESET = new RawAnswer(400, List.of(), new byte[0], false);

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_2)
            .connectTimeout(TIMEOUT)
            .build();
    private final int port;

    Http2Transport(int port) {
        this.port = port;
    }

    /** Whether the request means the same in HTTP/2; there, the host is another. */
    static boolean canSend(RawRequest request) {
        return request.bytes().length < ROOM
                && request.target().matches("/(?!/)[!-~&&[^#\\\\\\[\\]]]*")
                && !request.target().matches(".*%(?![0-9A-Fa-f]{2}).*")
                && request.lines().stream().allMatch(Http2Transport::canSend);
    }

    private static boolean canSend(String line) {
        return line.matches("[A-Za-z][A-Za-z0-9_.-]*:(?: (?! )[ -~]*)?")
                && !line.endsWith(" ")
                && !line.contains(RawRequest.HOST)
                && !OF_THE_CONNECTION.contains(name(line).toLowerCase(Locale.ROOT));
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    @Override
    public RawAnswer send(RawRequest request) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.send(asHttp2(request), BodyHandlers.ofByteArray());
            if (answer.version() != Version.HTTP_2) {
                throw new IOException("the server does not upgrade to HTTP/2");
            }
            List<HttpHeader> fields = answer.headers().map().entrySet().stream()
                    .flatMap(field -> field.getValue().stream()
                            .map(value -> new HttpHeader(field.getKey(), value)))
                    .toList();
            return new RawAnswer(answer.statusCode(), fields, answer.body(), false);
        } catch (IOException failed) {
            if (String.valueOf(failed.getMessage()).contains("RST_STREAM")) {
                return RESET;
            }
            throw failed;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private HttpRequest asHttp2(RawRequest request) {
        byte[] content = request.content();
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + request.target()))
                .timeout(TIMEOUT)
                .method(
                        request.method(),
                        content == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(content));
        request.lines()
                .forEach(line -> builder.header(
                        name(line), line.substring(line.indexOf(':') + 1).strip()));
        return builder.build();
    }

    @Override
    public void close() {} // the client closes idle connections by itself
}
