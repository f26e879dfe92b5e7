package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;
import static dev.jeton.spring.JetonMvc.authenticate;
import static dev.jeton.spring.JetonMvc.jwtRequired;
import static dev.jeton.spring.JetonMvc.publicRoute;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The snippets of the guide's page about Spring, as far as they are about Spring MVC. */
class GuideTest {
    private static final String SECRET = Stack.SECRET;
    private static final String JSON = "Content-Type: application/json";
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    record User(String name) {}

    record Credentials(String name, String password) {}

    @Configuration
    @Import(JetonMvcConfiguration.class)
    static class WebConfiguration {
        @Bean
        Jeton jeton(ApplicationEventPublisher events) {
            return Jeton.builder()
                    .secretKey(SECRET)
                    .users(jwt -> new User(jwt.subject()))
                    .listener(new JetonEventPublisher(events))
                    .build();
        }
    }

    @RestController
    static class Account {
        private final Jeton jeton;

        Account(Jeton jeton) {
            this.jeton = jeton;
        }

        private static String authenticate(Credentials credentials) {
            return credentials.name();
        }

        @PostMapping("/login")
        Map<String, Object> login(@RequestBody Credentials credentials) {
            return jeton.login(authenticate(credentials), login -> login.fresh())
                    .toMap();
        }

        @GetMapping("/me")
        @JwtRequired
        String me(VerifiedJwt jwt) {
            return jwt.subject();
        }

        @PutMapping("/password")
        @JwtRequired(fresh = true)
        String password(@CurrentUser User user) {
            return "changed for " + user.name();
        }

        @GetMapping("/news")
        @JwtRequired(optional = true)
        String news(Optional<VerifiedJwt> jwt) {
            return jwt.map(VerifiedJwt::subject).orElse("everybody");
        }

        @PostMapping("/refresh")
        @JwtRequired(refresh = true)
        Map<String, Object> refresh(VerifiedJwt jwt) {
            return jeton.refresh(jwt).toMap();
        }

        @GetMapping("/download")
        @JwtRequired(locations = QUERY_STRING)
        byte[] download() {
            return new byte[] {1, 2, 3};
        }

        @DeleteMapping("/user")
        @JwtRequired(roles = "admin")
        String remove(@JwtClaim("tenant") String tenant) {
            return "removed at " + tenant;
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @JwtRequired(roles = "admin")
    @interface Admin {}

    @RestController
    @Admin
    static class Office {
        @GetMapping("/office/desk")
        String desk() {
            return "desk";
        }

        @GetMapping("/office/door")
        @PublicRoute
        String door() {
            return "come in";
        }
    }

    @RestController
    static class Later {
        @PostMapping("/transfer")
        @JwtRequired
        String transfer(HttpServletRequest request, HttpServletResponse response) {
            authenticate(request, response, JwtRequirement.of(r -> r.fresh()));
            return "sent";
        }
    }

    @Configuration
    static class Routes {
        @Bean
        RouterFunction<ServerResponse> reports() {
            return RouterFunctions.route()
                    .GET("/reports", request -> ServerResponse.ok().body("reports"))
                    .filter(jwtRequired(r -> r.scopes("reports:read")))
                    .build();
        }

        @Bean
        RouterFunction<ServerResponse> about() {
            return RouterFunctions.route()
                    .GET("/about", request -> ServerResponse.ok().body("about"))
                    .filter(publicRoute())
                    .build();
        }
    }

    @Configuration
    static class Closed {
        @Bean
        JetonRoutes jetonRoutes() {
            return JetonRoutes.defaults()
                    .protectAll()
                    .publicHandlers(ResourceHttpRequestHandler.class::isInstance);
        }
    }

    @Configuration
    static class Audit {
        @EventListener
        void refused(JetonEvent.Refused event) {
            HEARD.add(event.refusal().reason().code());
        }
    }

    @Test
    @DisplayName("A login, a route, a fresh route, a refresh, an optional token, a claim, a query")
    void account() throws Exception {
        HEARD.clear();
        try (Application app = Stack.MVC.start(
                Map.of(), context -> {}, WebConfiguration.class, Account.class, Audit.class)) {
            Jeton jeton = app.context.getBean(Jeton.class);
            Reply login = app.http.post("/login", "{\"name\":\"ada\"}", JSON);
            assertThat(login.body()).contains("access_token", "refresh_token");
            Tokens tokens = jeton.login("ada", options -> options.fresh());
            String access = bearer(tokens.access());
            assertThat(app.http.get("/me").status()).isEqualTo(401);
            assertThat(app.http.get("/me", access).body()).isEqualTo("ada");
            assertThat(app.http.send("PUT", "/password", null, access).body())
                    .isEqualTo("changed for ada");
            assertThat(app.http
                            .send("PUT", "/password", null, bearer(jeton, "ada"))
                            .body())
                    .contains("fresh_token_required");
            assertThat(app.http.get("/news").body()).isEqualTo("everybody");
            String refresh = bearer(tokens.refresh().orElseThrow());
            assertThat(app.http.post("/refresh", "", refresh).body()).contains("access_token");
            assertThat(app.http.get("/download?jwt=" + tokens.access()).status())
                    .isEqualTo(200);
            assertThat(app.http.send("DELETE", "/user", null, access).status()).isEqualTo(403);
            String admin = bearer(jeton.createAccessToken(
                    "eve", token -> token.roles("admin").claims(Map.of("tenant", "acme"))));
            assertThat(app.http.send("DELETE", "/user", null, admin).body())
                    .isEqualTo("removed at acme");
            assertThat(HEARD).containsExactly("token_missing", "not_fresh", "application_refused");
        }
    }

    @Test
    @DisplayName(
            "An annotation of one's own, a handler that asks for more, functional routes, and all else closed")
    void rules() throws Exception {
        try (Application app = Stack.MVC.start(
                Map.of(),
                context -> {},
                WebConfiguration.class,
                Office.class,
                Later.class,
                Routes.class,
                Closed.class)) {
            Jeton jeton = app.context.getBean(Jeton.class);
            String ada = bearer(jeton, "ada");
            assertThat(app.http.get("/office/desk", ada).status()).isEqualTo(403);
            assertThat(app.http.get("/office/door").body()).isEqualTo("come in");
            assertThat(app.http.post("/transfer", "", ada).status()).isEqualTo(401);
            String fresh = bearer(jeton.createAccessToken("ada", token -> token.fresh()));
            assertThat(app.http.post("/transfer", "", fresh).body()).isEqualTo("sent");
            assertThat(app.http.get("/reports", ada).status()).isEqualTo(403);
            assertThat(app.http.get("/about").body()).isEqualTo("about");
        }
    }

    @Test
    @DisplayName("The guide's table has every option of the annotation")
    void options() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "guide", "spring.md"));
        assertThat(JwtRequired.class.getDeclaredMethods())
                .extracting(option -> option.getName())
                .allSatisfy(option -> assertThat(lines)
                        .anyMatch(line -> line.startsWith("| `" + option + "` |")));
        assertThat(Arrays.stream(JwtRequired.class.getDeclaredMethods())).isNotEmpty();
    }
}
