package dev.jeton.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.testkit.conformance.ConformanceCase.Body;
import dev.jeton.testkit.conformance.ConformanceCase.BodyKind;
import dev.jeton.testkit.conformance.ConformanceCase.Pair;
import dev.jeton.testkit.conformance.ConformanceCase.Request;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

class WireClientTest {
    private static final Variables NONE = new Variables(Map.of());
    private static final Body NO_BODY = new Body(BodyKind.NONE, null, null);

    @Test
    @DisplayName(
            "a request goes out to the letter: target, order and repetition of headers, Latin-1, cookies, query")
    void sendsToTheLetter() throws Exception {
        Request request = new Request(
                "OPTIONS",
                "/a?b=+%2e",
                List.of(new Pair("X", ""), new Pair("x", "é\t\"1"), new Pair("X", "€")),
                List.of(new Pair("a", "1"), new Pair("b", "\"2\"")),
                List.of(new Pair("q ", "ä&=")),
                NO_BODY);

        String sent = sent(request);

        assertThat(sent)
                .startsWith("OPTIONS /a?b=+%2e&q%20=%C3%A4%26%3D HTTP/1.1\r\nHost: localhost:");
        assertThat(sent)
                .contains("\r\nX: \r\nx: é\t\"1\r\nX: â\u0082¬\r\nCookie: a=1; b=\"2\"\r\n\r\n")
                .endsWith("\r\n\r\n");
        assertThat(sent).doesNotContain("Content-Length");
    }

    @Test
    @DisplayName("a JSON body has its type and length, with GET too")
    void sendsJson() throws Exception {
        Body body = new Body(BodyKind.JSON, Json.parse("{\"a\": 1.50, \"b\": \"é\"}"), null);

        assertThat(sent(request("GET", body)))
                .endsWith(
                        "\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"a\":1.50,\"b\":\"Ã©\"}");
    }

    @Test
    @DisplayName("a form is urlencoded, and a stated type replaces the usual one")
    void sendsForms() throws Exception {
        Body body = new Body(BodyKind.FORM, List.of(new Pair("a b", "&")), "text/x");

        assertThat(sent(request("POST", body)))
                .endsWith("\r\nContent-Type: text/x\r\nContent-Length: 7\r\n\r\na+b=%26");
    }

    @Test
    @DisplayName("a raw body has no type unless one is stated, and a POST without a body says so")
    void sendsRawBodies() throws Exception {
        assertThat(sent(request("POST", new Body(BodyKind.TEXT, "{", null))))
                .doesNotContain("Content-Type")
                .endsWith("\r\nContent-Length: 1\r\n\r\n{");
        assertThat(sent(request("POST", NO_BODY))).endsWith("\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    @DisplayName("RFC 9112 §7.1: chunks are put together, interim answers are passed over")
    void readsChunks() throws IOException {
        WireResponse answer = read(
                "HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n\r\n"
                        + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
                false);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("abc0123456789");
        assertThat(answer.values("SET-COOKIE")).containsExactly("a=1", "b=2");
    }

    @Test
    @DisplayName("an answer that ends too early is an error")
    void refusesTruncatedAnswers() {
        assertThatThrownBy(() -> read("", false))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer");
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nA", false))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", false))
                .hasMessage("a body of 2 bytes where 3 were announced");
        assertThatThrownBy(() ->
                        read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab", false))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("SSH-2.0\r\n\r\n", false))
                .hasMessageContaining("not HTTP/1.1");
    }

    @Test
    @DisplayName(
            "RFC 9110 §9.3.2: the length in an answer to HEAD is that of a body that is not sent")
    void readsAnswersToHead() throws IOException {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n", true).body())
                .isEmpty();
    }

    private static Request request(String method, Body body) {
        return new Request(method, "/", List.of(), List.of(), List.of(), body);
    }

    private static WireResponse read(String text, boolean toHead) throws IOException {
        return WireReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), toHead);
    }

    /** What a socket receives, byte by byte as Latin-1. */
    @Test
    @DisplayName("RFC 9112 §9.5: the answer of a server that closes before it has read all is read")
    void answeredBeforeAllIsSent() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered =
                    CompletableFuture.runAsync(() -> answerUnread(server));
            WireResponse answer = new WireClient(server.getLocalPort())
                    .send(new WireRequest("POST", "/", List.of(), new byte[20_000_000]));
            assertThat(answer.status()).isEqualTo(413);
            answered.get();
        }
    }

    private static void answerUnread(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(100);
            socket.getOutputStream()
                    .write("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static String sent(Request request) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received =
                    CompletableFuture.supplyAsync(() -> receive(server));
            WireResponse answer =
                    new WireClient(server.getLocalPort()).send(WireRequest.of(request, NONE));
            assertThat(answer.status()).isEqualTo(204);
            return received.get();
        }
    }

    private static String receive(ServerSocket server) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                text.append((char) in.read());
            }
            int length = text.indexOf("Content-Length: ") < 0
                    ? 0
                    : Integer.parseInt(text.substring(text.indexOf("Content-Length: ") + 16)
                            .strip());
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            socket.getOutputStream()
                    .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return text.toString();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
