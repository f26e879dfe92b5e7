package dev.jeton.javalin;

import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Sockets with the role. */
class SocketTest {
    /** What Javalin tells requests for sockets by. */
    private static final String UPGRADE = "Sec-WebSocket-Version: 13";

    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    private Application application() {
        return Application.start(
                config -> {
                    config.routes.ws(
                            "/socket",
                            ws -> ws.onMessage(
                                    message -> message.send("echo " + message.message())),
                            jwtRequired());
                    config.routes.get("/admin", ctx -> ctx.result("secret"), jwtRequired());
                },
                jeton);
    }

    @Test
    @DisplayName("CSR-19: a socket with the role does not open without a token, and says why")
    void refused() throws Exception {
        try (Application app = application()) {
            Reply reply = app.http.get("/socket", UPGRADE);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.value("WWW-Authenticate")).isPresent();
            assertThat(reply.body()).contains("token_missing");
            assertThatThrownBy(() -> open(app, "x").join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    @DisplayName("A socket with the role opens with a token")
    void opened() throws Exception {
        try (Application app = application()) {
            CompletableFuture<String> echo = new CompletableFuture<>();
            WebSocket socket = open(app, jeton.createAccessToken("alice"), echo).join();
            socket.sendText("hello", true).join();
            assertThat(echo.get(10, TimeUnit.SECONDS)).isEqualTo("echo hello");
            socket.abort();
        }
    }

    @Test
    @DisplayName("The headers of an upgrade do not lead past a route's guard")
    void upgradeOfARoute() throws Exception {
        try (Application app = application()) {
            assertThat(app.http.get("/admin", UPGRADE).status()).isEqualTo(404);
        }
    }

    private static CompletableFuture<WebSocket> open(Application app, String token) {
        return open(app, token, new CompletableFuture<>());
    }

    private static CompletableFuture<WebSocket> open(
            Application app, String token, CompletableFuture<String> received) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + app.server.port() + "/socket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(
                                    WebSocket socket, CharSequence text, boolean last) {
                                received.complete(text.toString());
                                return null;
                            }
                        });
    }
}
