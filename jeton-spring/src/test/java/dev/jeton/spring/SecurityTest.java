package dev.jeton.spring;

import static dev.jeton.spring.Application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.Location;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Spring Security knows who a request is from, and refuses as Jeton does. */
class SecurityTest {
    private final MovableClock clock = MovableClock.atNow();
    private final Jeton jeton = Jeton.builder()
            .secretKey(Stack.SECRET)
            .locations(Location.HEADERS, Location.COOKIES)
            .clock(clock)
            .build();

    private final String alice = bearer(jeton, "alice");
    private final String admin = bearer(
            jeton.createAccessToken("root", token -> token.roles("admin").scopes("read", "write")));

    private String cookie(String token) {
        return "Cookie: " + jeton.cookies().names().get(0) + "=" + token;
    }

    /** What the chain of the stack guards under {@code /chain}. */
    @RestController
    static class Handlers {
        @RequestMapping({"/chain/x", "/chain/admin"})
        String chain(Principal principal) {
            return principal.getName();
        }

        @GetMapping("/public")
        String open() {
            return "public";
        }

        @GetMapping("/annotated")
        @JwtRequired
        @PreAuthorize("hasRole('admin') and hasAuthority('SCOPE_write')")
        Mono<String> annotated() {
            return Mono.just("annotated");
        }

        @GetMapping("/pre")
        @PreAuthorize("hasRole('admin')")
        Mono<String> pre() {
            return Mono.just("pre");
        }

        @PostMapping("/change")
        @JwtRequired
        @PreAuthorize("isAuthenticated()")
        Mono<String> change() {
            return Mono.just("changed");
        }

        @GetMapping("/who")
        @JwtRequired(optional = true)
        Mono<String> who(Authentication authentication) {
            return Mono.just(
                    authentication instanceof JetonAuthentication ours
                            ? ours.getName() + " " + ours.getAuthorities() + " "
                                    + ours.jwt().subject() + " [" + ours.getCredentials() + "]"
                            : "anonymous");
        }

        @GetMapping({"/elsewhere", "/chain/elsewhere"})
        @JwtRequired(optional = true, locations = Location.QUERY_STRING)
        Mono<String> elsewhere(Authentication authentication, Optional<VerifiedJwt> jwt) {
            return Mono.just((authentication instanceof JetonAuthentication ours
                            ? ours.getName()
                            : "anonymous")
                    + " " + jwt.map(VerifiedJwt::subject).orElse("nobody"));
        }

        @GetMapping("/refresh")
        @JwtRequired(refresh = true)
        Mono<String> refresh(Principal principal) {
            return Mono.just(principal.getName());
        }
    }

    @EnableMethodSecurity
    static class MvcMethods {}

    @EnableReactiveMethodSecurity
    static class FluxMethods {}

    private Application start(Stack stack) {
        return stack.start(
                jeton, Handlers.class, stack.isReactive() ? FluxMethods.class : MvcMethods.class);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = ".*SECURITY", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName(
            "The rules of a filter chain and of @PreAuthorize see the token, and refuse in Jeton's form")
    void rules(Stack stack) throws Exception {
        try (Application app = start(stack)) {
            for (String path : List.of("/chain/x", "/chain/admin", "/annotated", "/pre")) {
                Reply missing = app.http.get(path);
                assertThat(missing.status()).as(path).isEqualTo(401);
                assertThat(missing.value("WWW-Authenticate")).as(path).contains("Bearer");
                assertThat(missing.body()).as(path).contains("token_missing");
                Reply forged = app.http.get(path, alice + "x");
                assertThat(forged.status()).as(path).isEqualTo(401);
                assertThat(forged.body()).as(path).contains("token_invalid");
            }
            assertThat(app.http.get("/chain/x", alice).body()).isEqualTo("alice");
            for (String path : List.of("/chain/admin", "/annotated", "/pre")) {
                Reply lacking = app.http.get(path, alice);
                assertThat(lacking.status()).as(path).isEqualTo(403);
                assertThat(lacking.value("Content-Type")).contains("application/problem+json");
                assertThat(lacking.body()).as(path).contains("\"code\":\"refused\"");
                assertThat(app.http.get(path, admin).status()).as(path).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = ".*SECURITY", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName(
            "The authentication has the subject's name, authorities of roles and scopes, and no text of the token")
    void authentication(Stack stack) throws Exception {
        try (Application app = start(stack)) {
            assertThat(app.http.get("/who", admin).body())
                    .isEqualTo("root [ROLE_admin, SCOPE_read, SCOPE_write] root []");
            assertThat(app.http.get("/who").body()).isEqualTo("anonymous");
            String refresh = bearer(jeton.createRefreshToken("bob"));
            assertThat(app.http.get("/refresh", refresh).body()).isEqualTo("bob");
            assertThat(app.http.get("/chain/x", refresh).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = ".*SECURITY", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName(
            "FRM-24: a handler whose rule finds no token works for nobody, though the chain has found one elsewhere")
    void elsewhere(Stack stack) throws Exception {
        try (Application app = start(stack)) {
            String bob = jeton.createAccessToken("bob");
            for (String path : List.of("/elsewhere", "/chain/elsewhere")) {
                assertThat(app.http.get(path, alice).body()).as(path).isEqualTo("anonymous nobody");
            }
            assertThat(app.http.get("/elsewhere?jwt=" + bob).body()).isEqualTo("bob bob");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = ".*SECURITY", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName("A stale token does not close public routes")
    void stale(Stack stack) throws Exception {
        try (Application app = start(stack)) {
            String token = jeton.createAccessToken("alice");
            clock.advance(Duration.ofHours(1));
            for (String field : List.of(bearer(token), cookie(token), alice + "x")) {
                assertThat(app.http.get("/public", field).body()).isEqualTo("public");
            }
            assertThat(app.http.get("/who", cookie(token)).body()).isEqualTo("anonymous");
            assertThat(app.http.get("/chain/x", bearer(token)).body()).contains("token_expired");
            assertThat(app.http.get("/pre", cookie(token)).body()).contains("token_expired");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = ".*SECURITY", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName(
            "The CSRF value is wanted of cookies only, on annotated routes and on those of the chain")
    void csrf(Stack stack) throws Exception {
        try (Application app = start(stack)) {
            Tokens tokens = jeton.login("alice");
            String header = "X-CSRF-TOKEN: " + tokens.csrf().orElseThrow();
            for (String path : List.of("/change", "/chain/x")) {
                Reply refused = app.http.post(path, "", cookie(tokens.access()));
                assertThat(refused.status()).as(path).isEqualTo(403);
                assertThat(refused.body()).as(path).contains("csrf_missing");
                assertThat(app.http
                                .post(path, "", cookie(tokens.access()), header)
                                .status())
                        .as(path)
                        .isEqualTo(200);
                assertThat(app.http.post(path, "", alice).status()).as(path).isEqualTo(200);
            }
        }
    }

    @RestController
    static class Mvc {
        @GetMapping("/principal")
        @JwtRequired
        String principal(
                HttpServletRequest request,
                Principal principal,
                @AuthenticationPrincipal VerifiedJwt jwt) {
            return principal.getName() + " " + request.getRemoteUser() + " " + jwt.subject() + " "
                    + request.isUserInRole("admin") + " "
                    + SecurityContextHolder.getContext().getAuthentication().getName() + " "
                    + (request.getSession(false) == null);
        }
    }

    @Test
    @DisplayName(
            "FRM-21, FRM-25: one filter stands in the chain, no session is made, and threads keep no one")
    void oneFilter() throws Exception {
        try (Application app = Stack.MVC_SECURITY.start(jeton, Mvc.class, Handlers.class)) {
            assertThat(app.http.get("/principal", admin).body())
                    .isEqualTo("root root root true root true");
            assertThat(app.http.get("/principal", admin).values("Set-Cookie")).isEmpty();
            assertThat(app.http.get("/chain/x").values("Set-Cookie")).isEmpty();
            assertThat(app.context.getBean(FilterChainProxy.class).getFilterChains())
                    .singleElement()
                    .satisfies(chain -> assertThat(chain.getFilters())
                            .filteredOn(
                                    filter -> filter.getClass().getName().startsWith("dev.jeton"))
                            .hasSize(1));
            assertThat(app.context.getBeansOfType(jakarta.servlet.Filter.class).values())
                    .filteredOn(JetonFilter.class::isInstance)
                    .hasSize(1);
        }
    }
}
