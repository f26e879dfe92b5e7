package dev.jeton.spring.boot;

import static dev.jeton.spring.boot.Site.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonCookies;
import dev.jeton.Tokens;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.JwtRequired;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What users of Spring Security have asked for, by the numbers of its issues, with Spring Security on the classpath. */
class SpringSecurityIssuesTest {
    private static final String[] COOKIES = {"jeton.locations=headers,cookies"};

    @RestController
    static class Routes {
        private final Jeton jeton;

        Routes(Jeton jeton) {
            this.jeton = jeton;
        }

        @PostMapping("/login")
        Map<String, Object> login() {
            return jeton.login("ada").toMap();
        }

        @PostMapping("/browser-login")
        ResponseEntity<Void> browserLogin() {
            HttpHeaders fields = new HttpHeaders();
            jeton.cookies().set(fields::add, jeton.login("ada"));
            return ResponseEntity.noContent().headers(fields).build();
        }

        @PostMapping("/refresh")
        @JwtRequired(refresh = true)
        Map<String, Object> refresh(VerifiedJwt jwt) {
            return jeton.refresh(jwt).toMap();
        }

        @GetMapping("/me")
        @JwtRequired
        String me(VerifiedJwt jwt) {
            return jwt.subject();
        }

        @PostMapping("/me")
        @JwtRequired
        String change(VerifiedJwt jwt) {
            return "changed " + jwt.subject();
        }

        @PostMapping("/annotated-by-security")
        @PreAuthorize("isAuthenticated()")
        Mono<String> annotated() {
            return Mono.just("changed");
        }

        @GetMapping("/public")
        String open() {
            return "public";
        }

        @GetMapping("/greeting")
        @JwtRequired(optional = true)
        String greeting(Optional<VerifiedJwt> jwt) {
            return jwt.map(VerifiedJwt::subject).orElse("anybody");
        }
    }

    /** What both kinds of application have. */
    @Import(Routes.class)
    static class Common {
        @Bean
        MovableClock clock() {
            return MovableClock.atNow();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableMethodSecurity
    @Import(Common.class)
    static class Servlets {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableReactiveMethodSecurity
    @Import(Common.class)
    static class Reactive {}

    private static Site start(WebApplicationType type) {
        return Site.start(
                type,
                type == WebApplicationType.SERVLET ? Servlets.class : Reactive.class,
                COOKIES);
    }

    private static String member(String name, Reply reply) {
        return reply.body().replaceAll(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    /** The field by which a browser sends a token. */
    private static String cookie(Site site, String token) {
        JetonCookies cookies = site.context.getBean(Jeton.class).cookies();
        return "Cookie: " + cookies.names().get(0) + "=" + token;
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "#9424, #17752: the application issues its own tokens at a login, and new ones for a refresh token")
    void issuing(WebApplicationType type) throws Exception {
        try (Site site = start(type)) {
            Reply login = site.http.post("/login", "");
            assertThat(login.body()).contains("\"token_type\":\"Bearer\"", "\"expires_in\":900");
            assertThat(site.http
                            .get("/me", bearer(member("access_token", login)))
                            .body())
                    .isEqualTo("ada");
            Reply refreshed =
                    site.http.post("/refresh", "", bearer(member("refresh_token", login)));
            assertThat(site.http
                            .get("/me", bearer(member("access_token", refreshed)))
                            .body())
                    .isEqualTo("ada");
            assertThat(site.http
                            .get("/me", bearer(member("refresh_token", login)))
                            .body())
                    .contains("token_type_refused");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "#9230: a token is taken from a cookie, which is __Host-, Secure and HttpOnly when Jeton sets it")
    void cookies(WebApplicationType type) throws Exception {
        try (Site site = start(type)) {
            String set =
                    site.http.post("/browser-login", "").values("Set-Cookie").get(0);
            assertThat(set)
                    .startsWith("__Host-access_token=")
                    .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
            String pair = set.substring(0, set.indexOf(';'));
            assertThat(site.http.get("/me", "Cookie: " + pair).body()).isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "#8668, #17959: that a request carries a token does not turn CSRF protection off; where the token stands decides")
    void csrf(WebApplicationType type) throws Exception {
        try (Site site = start(type)) {
            Tokens tokens = site.context.getBean(Jeton.class).login("ada");
            String cookie = cookie(site, tokens.access());
            String value = "X-CSRF-TOKEN: " + tokens.csrf().orElseThrow();
            for (String path : List.of("/me", "/annotated-by-security")) {
                Reply without = site.http.post(path, "", cookie);
                assertThat(without.status()).as(path).isEqualTo(403);
                assertThat(without.body()).as(path).contains("csrf_missing");
                Reply wrong = site.http.post(path, "", cookie, value + "x");
                assertThat(wrong.body()).as(path).contains("csrf_mismatch");
                assertThat(site.http.post(path, "", cookie, value).body())
                        .as(path)
                        .startsWith("changed");
                assertThat(site.http.post(path, "", bearer(tokens.access())).body())
                        .as(path)
                        .startsWith("changed");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName("#5985: a refusal has a body, a problem of RFC 9457 with a stable code")
    void bodies(WebApplicationType type) throws Exception {
        try (Site site = start(type)) {
            String access = site.context.getBean(Jeton.class).createAccessToken("ada");
            Map<String, Reply> refusals = Map.of(
                    "token_missing", site.http.get("/me"),
                    "token_invalid", site.http.get("/me", bearer(access + "x")),
                    "csrf_missing", site.http.post("/me", "", cookie(site, access)));
            refusals.forEach((code, reply) -> {
                assertThat(reply.values("Content-Type"))
                        .as(code)
                        .allMatch(value -> value.startsWith("application/problem+json"));
                assertThat(reply.body())
                        .contains("\"code\":\"" + code + "\"", "\"status\":" + reply.status());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "#4250, #12599: a public route answers whoever asks, with a token that has expired or is forged too")
    void publicRoutes(WebApplicationType type) throws Exception {
        try (Site site = start(type)) {
            String token = site.context.getBean(Jeton.class).createAccessToken("ada");
            site.context.getBean(MovableClock.class).advance(Duration.ofHours(1));
            List<String> stale = List.of(
                    bearer(token), cookie(site, token), bearer(token + "x"), bearer("nonsense"));
            for (String field : stale) {
                assertThat(site.http.get("/public", field).body()).as(field).isEqualTo("public");
                assertThat(site.http.get("/me", field).status()).as(field).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "#12599: where a token is optional, a browser's cookie that has expired makes an anonymous request, and is cleared")
    void optionalRoutes(WebApplicationType type) throws Exception {
        try (Site site = start(type)) {
            String token = site.context.getBean(Jeton.class).createAccessToken("ada");
            assertThat(site.http.get("/greeting", cookie(site, token)).body()).isEqualTo("ada");
            site.context.getBean(MovableClock.class).advance(Duration.ofHours(1));
            Reply stale = site.http.get("/greeting", cookie(site, token));
            assertThat(stale.body()).isEqualTo("anybody");
            assertThat(stale.values("Set-Cookie"))
                    .anyMatch(field -> field.startsWith("__Host-access_token=;")
                            && field.contains("Max-Age=0"));
        }
    }
}
