package dev.jeton.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;

import io.javalin.Javalin;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

@TestInstance(Lifecycle.PER_CLASS)
class QuickstartTest {
    private static final String SECRET = "base64:RPXOrE3sQ7Nu89EkSJNC6XrnRv2s20n9kxD275amiwY=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Javalin app;

    @BeforeAll
    void start() {
        Map<String, String> environment =
                Map.of("JETON_SECRET_KEY", SECRET, "JETON_ACCESS_TOKEN_LIFETIME", "90s");
        app = start(environment, printed);
    }

    @AfterAll
    void stop() {
        app.stop();
    }

    private static Javalin start(Map<String, String> environment, ByteArrayOutputStream printed) {
        return Quickstart.start(
                environment, 0, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"ada\"",
                "{}",
                "{\"name\":\"ada\"}",
                "{\"name\":\"ada\",\"password\":null}",
                "{\"name\":{},\"password\":[]}",
                "{\"name\":\"ada\",\"password\":\"lovelace\"",
                "name=ada&password=lovelace",
                "\u0000"
            })
    @DisplayName("A login body that is not a name and a password is answered with 400")
    void malformedLogin(String body) throws IOException {
        assertProblem(login(body), 400, "request_invalid");
    }

    @Test
    @DisplayName("A login body nested ten thousand deep is answered with 400")
    void deepLogin() throws IOException {
        assertProblem(login("{\"name\":" + "[".repeat(10_000)), 400, "request_invalid");
    }

    @Test
    @DisplayName("A login body of two megabytes is the client's mistake")
    void longLogin() throws IOException {
        assertThat(login("{\"name\":\"" + "a".repeat(2_000_000) + "\",\"password\":\"\"}")
                        .statusCode())
                .isIn(400, 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody", ""})
    @DisplayName("A wrong password and an unknown name have one answer, a 401 problem")
    void wrongPassword(String name) throws IOException {
        HttpResponse<String> response =
                login("{\"name\":\"%s\",\"password\":\"\"}".formatted(name));
        assertProblem(response, 401, "credentials_refused");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    @DisplayName("Another site cannot log its own user in with cookies")
    void loginOfAnotherSite() throws IOException {
        String ada = "{\"name\":\"ada\",\"password\":\"lovelace\"}";
        HttpResponse<String> response = post(
                "/cookies/login",
                ada,
                "Sec-Fetch-Site",
                "cross-site",
                "Origin",
                "https://other.example");
        assertProblem(response, 403, "origin_refused");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(post("/cookies/login", ada, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("Options of the environment hold, and a secret from there is not made up")
    void environment() throws IOException {
        assertThat(login("{\"name\":\"ada\",\"password\":\"lovelace\"}").body())
                .contains("\"expires_in\":90}");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("NO SECRET KEY");
    }

    @Test
    @DisplayName("Without a secret it says loudly that it made one up, and how to make a good one")
    void developmentSecret() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        start(Map.of(), out).stop();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("NO SECRET KEY IS SET")
                .contains("export JETON_SECRET_KEY=");
    }

    @Test
    @DisplayName("A weak secret stops the start")
    void weakSecret() {
        assertThatThrownBy(() -> start(Map.of("JETON_SECRET_KEY", "secret"), printed))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("openssl rand");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(response.body())
                .contains("\"status\":" + status)
                .contains("\"code\":\"" + code + "\"");
    }

    private HttpResponse<String> login(String body) throws IOException {
        return post("/login", body, "Content-Type", "application/json");
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + app.port() + path))
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
