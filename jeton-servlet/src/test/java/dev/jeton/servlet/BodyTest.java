package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/** What is left of a body for the servlet after Jeton has looked into it. */
class BodyTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final Jeton jeton = Jeton.withSecret(Application.SECRET);
    private final Jeton forms = Jeton.builder()
            .secretKey(Application.SECRET)
            .locations(COOKIES)
            .csrf(csrf -> csrf.form())
            .build();

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "JETTY, stream", "JETTY, bytes", "JETTY, reader",
        "TOMCAT, stream", "TOMCAT, bytes", "TOMCAT, reader"
    })
    @DisplayName("The servlet reads the whole JSON body that carried the token")
    void json(Containers container, String way) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "echo",
                    (in, out) -> {
                        out.setCharacterEncoding("UTF-8");
                        out.getWriter().print("got " + read(in, way));
                    },
                    "/echo");
            JetonFilters.of(jeton).protect("/echo", r -> r.locations(JSON)).register(context);
        })) {
            String body = "{\"access_token\":\"" + jeton.createAccessToken("alice")
                    + "\",\"note\":\"gr\u00fc\u00dfe\"}";
            String type = "Content-Type: application/json";
            assertThat(app.http.post("/echo", body, type).body()).isEqualTo("got " + body);
            assertThat(app.http.post("/echo", "{}", type).status()).isEqualTo(401);
        }
    }

    private static String read(HttpServletRequest request, String way) throws IOException {
        if (way.equals("reader")) {
            return request.getReader().readLine();
        }
        InputStream in = request.getInputStream();
        if (way.equals("stream")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
        }
        assertThat(request.getInputStream()).isSameAs(in);
        assertThat(request.getInputStream().isFinished()).isTrue();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName("A body longer than Jeton reads is whole for the servlet")
    void longBody(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "size",
                    (in, out) -> out.getWriter().print(in.getInputStream().readAllBytes().length),
                    "/size");
            JetonFilters.of(jeton)
                    .protect("/size", r -> r.optional().locations(HEADERS, JSON))
                    .register(context);
        })) {
            String body = "{\"a\":\"" + "x".repeat(200_000) + "\"}";
            String type = "Content-Type: application/json";
            assertThat(app.http.post("/size", body, type).status()).isEqualTo(400);
            assertThat(app.http
                            .post("/size", body, type, bearer(jeton, "alice"))
                            .body())
                    .isEqualTo("200008");
            assertThat(app.http.post("/size", body, "Content-Type: text/plain").body())
                    .isEqualTo("200008");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName(
            "The form that carried the CSRF value is there as parameters, behind those of the query")
    void form(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "form",
                    (in, out) -> {
                        out.setCharacterEncoding("UTF-8");
                        out.getWriter().print(parameters(in));
                    },
                    "/form");
            JetonFilters.of(forms).protect("/form").register(context);
        })) {
            String token = forms.createAccessToken("alice");
            String csrf = forms.verifier().verify(token).csrf().orElseThrow();
            String cookie = "Cookie: " + forms.cookies().names().get(0) + "=" + token;
            Reply reply = app.http.post(
                    "/form?to=query&page=1",
                    "to=b%C3%B6b+o&csrf_token=" + csrf + "&empty&bad=%zz&to=carol",
                    cookie,
                    FORM + ";charset=utf-8");
            assertThat(reply.body())
                    .isEqualTo("[to, page, csrf_token, empty] [query, b\u00f6b o, carol] query []");
            assertThat(app.http.post("/form", "to=bob", cookie, FORM).status()).isEqualTo(403);
        }
    }

    private static String parameters(HttpServletRequest request) {
        Map<String, String[]> all = request.getParameterMap();
        return Collections.list(request.getParameterNames()) + " "
                + Arrays.toString(request.getParameterValues("to")) + " "
                + request.getParameter("to") + " " + Arrays.toString(all.get("empty"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName("A form that Jeton had no reason to look at is the container's to read")
    void untouchedForm(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(
                    context,
                    "form",
                    (in, out) ->
                            out.getWriter().print(in.getParameter("to") + in.getParameter("no")),
                    "/form");
            JetonFilters.of(jeton).protect("/form", JwtRequirement::optional).register(context);
        })) {
            assertThat(app.http.post("/form", "to=bob", FORM).body()).isEqualTo("bobnull");
        }
    }
}
