package dev.jeton.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.JwtRequired;
import dev.jeton.spring.PublicRoute;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** One dependency, one property, one annotation: a protected route, on real servers. */
@ExtendWith(OutputCaptureExtension.class)
class NewcomerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Routes.class)
    static class Application {}

    @RestController
    static class Routes {
        private final Jeton jeton;

        Routes(Jeton jeton) {
            this.jeton = jeton;
        }

        @PublicRoute
        @PostMapping("/login")
        Map<String, Object> login() {
            return jeton.login("ada").toMap();
        }

        @GetMapping("/me")
        @JwtRequired
        String me(VerifiedJwt jwt) {
            return jwt.subject();
        }

        @GetMapping("/news")
        String news() {
            return "news";
        }
    }

    private ConfigurableApplicationContext start(WebApplicationType type, String... more) {
        return new SpringApplicationBuilder(Application.class)
                .web(type)
                .properties("server.port=0", "jeton.secret-key=" + EnvironmentOptionsTest.SECRET)
                .properties(more)
                .run();
    }

    private HttpResponse<String> send(
            ConfigurableApplicationContext context, String method, String path, String token)
            throws IOException, InterruptedException {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String accessToken(HttpResponse<String> login) {
        return login.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    @DisplayName("A route with the annotation wants a token, one without it does not")
    void annotated(WebApplicationType type) throws Exception {
        try (ConfigurableApplicationContext context = start(type)) {
            HttpResponse<String> refused = send(context, "GET", "/me", "");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            String token = accessToken(send(context, "POST", "/login", ""));
            assertThat(send(context, "GET", "/me", token).body()).isEqualTo("ada");
            assertThat(send(context, "GET", "/news", "").body()).isEqualTo("news");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "With jeton.protect=all a route that says nothing wants a token, and a public one does not")
    void protectAll(WebApplicationType type) throws Exception {
        try (ConfigurableApplicationContext context = start(type, "jeton.protect=all")) {
            assertThat(send(context, "GET", "/news", "").statusCode()).isEqualTo(401);
            String token = accessToken(send(context, "POST", "/login", ""));
            assertThat(send(context, "GET", "/news", token).body()).isEqualTo("news");
        }
    }
}
