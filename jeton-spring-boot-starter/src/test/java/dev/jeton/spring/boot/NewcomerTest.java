package dev.jeton.spring.boot;

import static dev.jeton.spring.boot.Site.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.JwtRequired;
import dev.jeton.spring.PublicRoute;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;
import java.util.stream.Stream;

/** One dependency, one property, one annotation: a protected route, on real servers, with and without Spring Security. */
@ExtendWith(OutputCaptureExtension.class)
class NewcomerTest {
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

    static Stream<Arguments> applications() {
        return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
                .flatMap(type -> Stream.of(
                        arguments(type, "nothing.is=left.out"),
                        arguments(type, Site.WITHOUT_SECURITY)));
    }

    private static String accessToken(Reply login) {
        assertThat(login.status()).isEqualTo(200);
        return login.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    @ParameterizedTest
    @MethodSource("applications")
    @DisplayName(
            "A route with the annotation wants a token, one without it does not, and no password is made up")
    void annotated(WebApplicationType type, String setting, CapturedOutput output)
            throws Exception {
        try (Site site = Site.start(type, Application.class, setting)) {
            Reply refused = site.http.get("/me");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.values("WWW-Authenticate")).containsExactly("Bearer");
            assertThat(refused.body()).contains("token_missing");
            String token = accessToken(site.http.post("/login", ""));
            assertThat(site.http.get("/me", bearer(token)).body()).isEqualTo("ada");
            assertThat(site.http.get("/news").body()).isEqualTo("news");
            assertThat(site.http.get("/login").status()).isEqualTo(405);
            assertThat(output.getAll()).doesNotContain("generated security password");
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    @DisplayName(
            "With jeton.protect=all a route that says nothing wants a token, and a public one does not")
    void protectAll(WebApplicationType type, String setting) throws Exception {
        try (Site site = Site.start(type, Application.class, setting, "jeton.protect=all")) {
            assertThat(site.http.get("/news").status()).isEqualTo(401);
            String token = accessToken(site.http.post("/login", ""));
            assertThat(site.http.get("/news", bearer(token)).body()).isEqualTo("news");
        }
    }
}
