package dev.jeton.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.Location;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** Bodies that Jeton looks at are whole for the handler. */
class BodyTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final Jeton jeton = Jeton.builder()
            .secretKey(Stack.SECRET)
            .locations(Location.HEADERS, Location.COOKIES, Location.JSON)
            .csrf(csrf -> csrf.form())
            .build();

    record Note(String text, String other) {}

    @RestController
    static class Handlers {
        @PostMapping("/note")
        @JwtRequired
        String note(@RequestBody Map<String, Object> note, VerifiedJwt jwt) {
            return jwt.subject() + " " + note.get("text");
        }

        @PostMapping("/length")
        @JwtRequired(optional = true)
        String length(@RequestBody byte[] body) {
            return "length " + body.length;
        }

        @PostMapping("/form")
        @JwtRequired
        String form(@ModelAttribute Note note) {
            return note.text() + " " + note.other();
        }

        @PostMapping("/upload")
        @JwtRequired
        String upload(@RequestPart("file") String file) {
            return "uploaded " + file;
        }

        @PutMapping("/form")
        @JwtRequired
        String put(@ModelAttribute Note note) {
            return note.text() + " " + note.other();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "A token in a JSON body leaves the body to @RequestBody, and a long body to no one but the handler")
    void json(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Handlers.class)) {
            String body = "{\"access_token\":\"" + jeton.createAccessToken("alice")
                    + "\",\"text\":\"hello\"}";
            assertThat(app.http.post("/note", body, JSON).body()).isEqualTo("alice hello");
            assertThat(app.http.post("/note", "{\"text\":\"hello\"}", JSON).status())
                    .isEqualTo(401);
            Reply plain = app.http.post("/length", "x".repeat(200_000), "Content-Type: text/plain");
            assertThat(plain.body()).isEqualTo("length 200000");
            Reply tooLong =
                    app.http.post("/length", "{\"x\":\"" + "x".repeat(200_000) + "\"}", JSON);
            assertThat(tooLong.status()).isEqualTo(400);
            Reply header = app.http.post(
                    "/length",
                    "{\"x\":\"" + "x".repeat(199_992) + "\"}",
                    JSON,
                    Application.bearer(jeton, "alice"));
            assertThat(header.body()).isEqualTo("length 200000");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("An upload in parts is whole for the handler, and so is a body without a type")
    void parts(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Handlers.class)) {
            String cookie = "Cookie: " + jeton.cookies().names().get(0) + "=";
            Tokens tokens = jeton.login("alice");
            String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
                    + "Content-Type: text/plain\r\n\r\nhello\r\n--b--\r\n";
            String type = "Content-Type: multipart/form-data; boundary=b";
            assertThat(app.http.post("/upload", body, type).status()).isEqualTo(401);
            Reply uploaded = app.http.post(
                    "/upload",
                    body,
                    type,
                    cookie + tokens.access(),
                    "X-CSRF-TOKEN: " + tokens.csrf().orElseThrow());
            assertThat(uploaded.body()).isEqualTo("uploaded hello");
            assertThat(app.http.post("/length", "hello").body()).isEqualTo("length 5");
            assertThat(app.http.post("/length", "hello", "Content-Type: ;;").status())
                    .isIn(200, 400, 415);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "A CSRF value in a form leaves the form's fields to the handler, whatever the method")
    void form(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Handlers.class)) {
            Tokens tokens = jeton.login("alice");
            String cookie = "Cookie: " + jeton.cookies().names().get(0) + "=" + tokens.access();
            String fields = "text=a+b&other=%C3%A4";
            for (String method : new String[] {"POST", "PUT"}) {
                assertThat(app.http.send(method, "/form", fields, cookie, FORM).status())
                        .as(method)
                        .isEqualTo(403);
                String whole = fields + "&csrf_token=" + tokens.csrf().orElseThrow();
                assertThat(app.http.send(method, "/form", whole, cookie, FORM).body())
                        .as(method)
                        .isEqualTo("a b ä");
            }
        }
    }
}
