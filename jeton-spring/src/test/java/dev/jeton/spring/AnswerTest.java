package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;
import dev.jeton.web.wire.Renewal;

import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every answer is completed once, before it is sent: short, long, failed, redirected, later, refused. */
class AnswerTest {
    private static final String COMPLETED = "X-Completed";

    /** Adds a field that says what it was asked with. */
    private static final class Recorder implements Renewal {
        final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public List<HttpHeader> beforeCommit(
                WebRequest request, Outcome outcome, int status, Set<String> cookiesSet) {
            String call = outcome.getClass().getSimpleName() + " " + status + " " + cookiesSet;
            calls.add(call);
            return List.of(new HttpHeader(COMPLETED, call));
        }
    }

    private final Recorder recorder = new Recorder();
    private final Jeton jeton =
            Jeton.builder().secretKey(Stack.SECRET).renewal(own -> recorder).build();

    /** What the routes of both controllers answer. */
    private static ResponseEntity<String> work(String page) {
        return switch (page) {
            case "short" -> cookie(HttpStatus.OK, "x");
            case "created" -> cookie(HttpStatus.CREATED, "x");
            case "nothing" -> ResponseEntity.noContent().build();
            case "long" -> cookie(HttpStatus.OK, "x".repeat(300_000));
            case "redirect" ->
                ResponseEntity.status(302).location(URI.create("/x")).build();
            case "failed" -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case "broken" -> throw new IllegalStateException("broken");
            default -> throw new IllegalArgumentException(page);
        };
    }

    private static ResponseEntity<String> cookie(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .header("Set-Cookie", ResponseCookie.from("c", "1").build().toString())
                .body(body);
    }

    private static final List<String> ANSWERS = List.of(
            "short 200 [c]",
            "created 201 [c]",
            "nothing 204 []",
            "long 200 [c]",
            "redirect 302 []",
            "failed 404 []",
            "broken 500 []");

    @RestController
    static class Open {
        @GetMapping("/open/{page}")
        ResponseEntity<String> open(@PathVariable String page) {
            return work(page);
        }

        @GetMapping("/later/open/{page}")
        CompletableFuture<ResponseEntity<String>> later(@PathVariable String page) {
            return CompletableFuture.supplyAsync(() -> work(page));
        }
    }

    @RestController
    @JwtRequired
    static class Inside {
        @GetMapping("/in/{page}")
        ResponseEntity<String> in(@PathVariable String page) {
            return work(page);
        }

        @GetMapping("/later/in/{page}")
        CompletableFuture<ResponseEntity<String>> later(@PathVariable String page) {
            return CompletableFuture.supplyAsync(() -> work(page));
        }

        @GetMapping("/mono/in/{page}")
        Mono<ResponseEntity<String>> mono(@PathVariable String page) {
            return Mono.fromSupplier(() -> work(page));
        }
    }

    @RestController
    static class Redirecting {
        @JwtRequired
        @GetMapping("/redirect/{way}")
        void redirect(@PathVariable String way, HttpServletResponse response) throws IOException {
            switch (way) {
                case "plain" -> response.sendRedirect("/x");
                case "status" -> response.sendRedirect("/x", 303);
                case "kept" -> response.sendRedirect("/x", false);
                default -> response.sendRedirect("/x", 303, true);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"plain, 302", "status, 303", "kept, 302", "cleared, 303"})
    @DisplayName("FRM-26: a redirect is completed, whichever of Servlet 6.1's methods sends it")
    void redirected(String way, int status) throws Exception {
        try (Application app = Stack.MVC.start(jeton, Redirecting.class)) {
            Reply answer = app.http.get("/redirect/" + way, bearer(jeton, "alice"));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.values(COMPLETED)).containsExactly("Authenticated " + status + " []");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-26: an answer is completed once, with its status and the cookies that it sets")
    void completed(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Open.class, Inside.class)) {
            String alice = bearer(jeton, "alice");
            // Spring Security asks who goes on to another thread.
            List<String> open = stack == Stack.MVC_SECURITY
                    ? List.of("/open/")
                    : List.of("/open/", "/later/open/");
            for (String answer : ANSWERS) {
                String page = answer.substring(0, answer.indexOf(' '));
                String call = answer.substring(page.length());
                for (String path : List.of("/in/", "/later/in/", "/mono/in/")) {
                    assertThat(app.http.get(path + page, alice).values(COMPLETED))
                            .as(path + page)
                            .containsExactly("Authenticated" + call);
                    assertThat(app.http.get(path + page).values(COMPLETED))
                            .as("refused " + page)
                            .containsExactly("Denied 401 []");
                }
                for (String path : open) {
                    assertThat(app.http.get(path + page).values(COMPLETED))
                            .as(path + page)
                            .containsExactly("Unchecked" + call);
                }
                assertThat(recorder.calls).as(page).hasSize(6 + open.size());
                recorder.calls.clear();
            }
            assertThat(app.http.get("/nowhere").values(COMPLETED))
                    .containsExactly("Unchecked 404 []");
        }
    }

    @RestController
    static class Session {
        private final Jeton jeton;

        Session(JetonResolver jetons) {
            this.jeton = jetons.known().iterator().next();
        }

        @PostMapping("/login")
        ResponseEntity<String> login() {
            ResponseEntity.BodyBuilder reply = ResponseEntity.ok();
            jeton.cookies().set(reply::header, jeton.login("alice"));
            return reply.body("welcome");
        }

        @PostMapping("/logout")
        @JwtRequired(logout = true)
        String logout() {
            return "bye";
        }

        @GetMapping("/me")
        @JwtRequired
        String me() {
            return "me";
        }

        @GetMapping("/stream")
        @JwtRequired(locations = Location.QUERY_STRING)
        Flux<String> stream() {
            return Flux.just("a", "b");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "A login's cookies open routes, a logout clears them, and neither answer is stored")
    void cookies(Stack stack) throws Exception {
        Jeton cookies = Jeton.builder()
                .secretKey(Stack.SECRET)
                .locations(Location.COOKIES)
                .build();
        try (Application app = stack.start(cookies, Session.class)) {
            Reply login = app.http.post("/login", "");
            assertThat(login.values("Set-Cookie")).hasSize(3);
            assertThat(login.values("Cache-Control")).containsExactly("no-store");
            String cookie = "Cookie: " + cookies.cookies().names().get(0) + "="
                    + cookies.createAccessToken("alice");
            assertThat(app.http.get("/me", cookie).body()).isEqualTo("me");
            Reply logout = app.http.post("/logout", "");
            assertThat(logout.values("Set-Cookie"))
                    .hasSize(3)
                    .allMatch(field -> field.contains("Max-Age=0"));
            assertThat(logout.values("Cache-Control")).contains("no-store");
            Reply query = app.http.get("/stream?jwt=" + cookies.createAccessToken("alice"));
            assertThat(query.values("Referrer-Policy")).contains("no-referrer");
        }
    }
}
