package dev.jeton.examples.site;

import static dev.jeton.examples.site.Visitor.PASSWORD;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** The same controllers, for programs: tokens in JSON and in the Authorization header, problems instead of pages. */
class ApiTest {
    private static final String ADA = "{\"name\":\"ada\",\"password\":\"" + PASSWORD + "\"}";

    @TempDir
    static Path folder;

    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = new RunningSite(folder);
        Visitor.signedUp(site, "ada");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    @DisplayName(
            "From the login over a refresh to the logout, without a cookie and without a CSRF value")
    void journey() {
        Visitor program = program();
        HttpResponse<String> login = program.send("POST", "/login", ADA);
        assertThat(login.statusCode()).isEqualTo(200);
        program.headers.put("Authorization", "Bearer " + member("access_token", login));
        HttpResponse<String> added = program.send("POST", "/notes", "{\"text\":\" by API \"}");
        assertThat(added.statusCode()).isEqualTo(201);
        String id = added.body().replaceAll(".*\"id\":(\\d+).*", "$1");
        assertThat(program.get("/notes").body()).contains("\"id\":" + id, "\"text\":\"by API\"");
        assertThat(program.send("DELETE", "/notes/" + id, "").statusCode()).isEqualTo(204);
        assertThat(program.get("/notes").body()).isEqualTo("[]");

        site.clock.advance(Duration.ofMinutes(16));
        assertProblem(program.get("/notes"), 401, "token_expired");
        String refresh = member("refresh_token", login);
        program.headers.put("Authorization", "Bearer " + refresh);
        assertProblem(program.get("/notes"), 401, "token_type_refused");
        HttpResponse<String> refreshed = program.send("POST", "/refresh", "");
        assertThat(refreshed.body()).doesNotContain("refresh_token");
        program.headers.put("Authorization", "Bearer " + member("access_token", refreshed));
        assertThat(program.get("/notes").statusCode()).isEqualTo(200);
        assertProblem(program.get("/account"), 401, "fresh_token_required");

        assertThat(program.send("POST", "/logout", "").statusCode()).isEqualTo(204);
        assertProblem(program.get("/notes"), 401, "token_revoked");
        program.headers.put("Authorization", "Bearer " + refresh);
        assertProblem(program.send("POST", "/refresh", ""), 401, "token_revoked");
        assertThat(program.cookies).isEmpty();
    }

    @Test
    @DisplayName("Without a token there is a problem and a challenge, no way to a page")
    void refused() {
        HttpResponse<String> answer = program().get("/notes");
        assertProblem(answer, 401, "token_missing");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    @DisplayName("A wrong password, an unknown name: the same problem")
    void wrongCredentials() {
        HttpResponse<String> known =
                program().send("POST", "/login", "{\"name\":\"ada\",\"password\":\"guess\"}");
        HttpResponse<String> unknown =
                program().send("POST", "/login", "{\"name\":\"bob\",\"password\":\"guess\"}");
        assertProblem(known, 401, "credentials_refused");
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"ada\"}",
                "{\"name\":null,\"password\":\"x\"}",
                "[]",
                "null",
                "{",
                ""
            })
    @DisplayName("What is no login is told so")
    void badLogin(String body) {
        assertThat(program().send("POST", "/login", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":null}", "{\"text\":\" \"}", "{", "null"})
    @DisplayName("What is no note is told so")
    void badNote(String body) {
        Visitor program = program();
        HttpResponse<String> login = program.send("POST", "/login", ADA);
        program.headers.put("Authorization", "Bearer " + member("access_token", login));
        assertThat(program.send("POST", "/notes", body).statusCode()).isEqualTo(400);
        String tooLong = "{\"text\":\"" + "x".repeat(501) + "\"}";
        assertThat(program.send("POST", "/notes", tooLong).statusCode()).isEqualTo(400);
    }

    private static Visitor program() {
        Visitor program = new Visitor(site);
        program.headers.clear();
        program.headers.put("Accept", "application/json");
        program.headers.put("Content-Type", "application/json");
        return program;
    }

    private static String member(String name, HttpResponse<String> answer) {
        return answer.body().replaceAll(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
