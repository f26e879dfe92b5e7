package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.testkit.MovableClock;
import dev.jeton.web.CsrfMask;

import io.javalin.config.RoutesConfig;

import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class CookiesTest {
    private final MovableClock clock = MovableClock.at(Instant.parse("2030-01-01T12:00:00Z"));
    private final Jeton jeton =
            Jeton.builder().secretKey(SECRET).locations(COOKIES).clock(clock).build();

    private static void routes(RoutesConfig routes, Jeton jeton) {
        routes.post(
                "/login",
                ctx -> {
                    Tokens tokens = jeton.login("ada");
                    jeton.cookies().set(ctx.res()::addHeader, tokens);
                    ctx.json(Map.of("csrf_token", tokens.csrf().orElseThrow()));
                },
                jwtRequired(r -> r.optional().locations(HEADERS).sameOrigin()));
        routes.post(
                "/orders", ctx -> ctx.result("ordered by " + jwt(ctx).subject()), jwtRequired());
        routes.get("/orders", ctx -> ctx.result("orders of " + jwt(ctx).subject()), jwtRequired());
        routes.post(
                "/logout",
                ctx -> ctx.result("goodbye"),
                jwtRequired(r -> r.logout().optional()));
    }

    private static App app(Jeton jeton) {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            routes(config.routes, jeton);
        });
    }

    @Test
    @DisplayName("A login sets the three cookies of the page")
    void cookiesOnTheWire() throws IOException {
        try (App app = app(jeton)) {
            HttpResponse<String> login = app.post("/login");
            List<String> documented = dev.jeton.docs.Page.of("docs/guide/cookies.md")
                    .blocks("http")
                    .get(0)
                    .text()
                    .lines()
                    .map(line -> line.replaceFirst("=[^;]*…", "=…"))
                    .toList();
            assertThat(login.headers().allValues("Set-Cookie"))
                    .map(field -> "Set-Cookie: " + field.replaceFirst("=[^;]*", "=…"))
                    .containsExactlyInAnyOrderElementsOf(documented.stream()
                            .filter(l -> l.startsWith("Set-Cookie"))
                            .toList());
            assertThat(login.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(jeton.cookies().names())
                    .containsExactly("__Host-access_token", "__Host-refresh_token", "csrf_token");
        }
    }

    @Test
    @DisplayName("An unsafe request repeats the CSRF value, a safe one need not")
    void csrf() throws IOException {
        try (App app = app(jeton)) {
            HttpResponse<String> login = app.post("/login");
            String cookies = cookies(login);
            String csrf = login.body().replaceAll(".*:\"|\"}", "");

            assertThat(app.get("/orders", "Cookie", cookies).body()).isEqualTo("orders of ada");
            assertThat(app.post("/orders", "Cookie", cookies).body()).contains("csrf_missing");
            assertThat(app.post("/orders", "Cookie", cookies, "X-CSRF-TOKEN", "x")
                            .body())
                    .contains("csrf_mismatch");
            assertThat(app.post("/orders", "Cookie", cookies, "X-CSRF-TOKEN", csrf)
                            .body())
                    .isEqualTo("ordered by ada");
            assertThat(app.post(
                                    "/orders",
                                    "Cookie",
                                    cookies,
                                    "X-CSRF-TOKEN",
                                    csrf,
                                    "Sec-Fetch-Site",
                                    "cross-site",
                                    "Origin",
                                    "https://other.example")
                            .body())
                    .contains("origin_refused");
        }
    }

    @Test
    @DisplayName("A login that another site sends is refused")
    void loginOfAnotherSite() throws IOException {
        try (App app = app(jeton)) {
            assertThat(app.post("/login", "Sec-Fetch-Site", "cross-site").body())
                    .contains("origin_refused");
        }
    }

    @Test
    @DisplayName("A masked value is as good as the value itself, and differs each time")
    void masks() throws IOException {
        Tokens tokens = jeton.login("ada");

        String inThisPage = CsrfMask.applied(tokens.csrf().orElseThrow());

        assertThat(inThisPage).isNotEqualTo(CsrfMask.applied(tokens.csrf().orElseThrow()));
        String cookie = jeton.cookies().names().get(0) + "=" + tokens.access();
        try (App app = app(jeton)) {
            assertThat(app.post("/orders", "Cookie", cookie, "X-CSRF-TOKEN", inThisPage)
                            .body())
                    .isEqualTo("ordered by ada");
        }
    }

    @Test
    @DisplayName("A logout route clears the cookies, also without a token")
    void logout() throws IOException {
        try (App app = app(jeton)) {
            assertThat(app.post("/logout").headers().allValues("Set-Cookie"))
                    .hasSize(3)
                    .allMatch(field -> field.contains("Max-Age=0"));
        }
    }

    @Test
    @DisplayName("Forms and other origins are opened by settings")
    void formsAndOrigins() throws IOException {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .locations(COOKIES)
                .csrf(csrf -> csrf.form().trustedOrigins("https://app.example.com"))
                .build();

        try (App app = app(jeton)) {
            HttpResponse<String> login = app.post("/login");
            String csrf = login.body().replaceAll(".*:\"|\"}", "");
            assertThat(app.send(
                                    "POST",
                                    "/orders",
                                    "csrf_token=" + csrf,
                                    "Cookie",
                                    cookies(login),
                                    "Content-Type",
                                    "application/x-www-form-urlencoded",
                                    "Sec-Fetch-Site",
                                    "same-site",
                                    "Origin",
                                    "https://app.example.com")
                            .body())
                    .isEqualTo("ordered by ada");
        }
    }

    @Test
    @DisplayName("A call may say how long the cookies stay, and for which hosts")
    void perCall() throws IOException {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .cookies(cookies -> cookies.domain("example.com").refreshPath("/auth"))
                .build();
        App app = App.start(config -> config.routes.get("/", ctx -> {
            HttpServletResponse response = ctx.res();
            Tokens tokens = jeton.login("ada");
            jeton.cookies()
                    .set(
                            response::addHeader,
                            tokens,
                            cookie -> cookie.maxAge(Duration.ofMinutes(5)));
            jeton.cookies().set(response::addHeader, tokens, cookie -> cookie.sessionCookie());
            jeton.cookies().unset(response::addHeader);
        }));
        try (app) {
            List<String> set = app.get("/").headers().allValues("Set-Cookie");
            assertThat(set)
                    .anyMatch(field -> field.startsWith("__Secure-refresh_token=")
                            && field.contains("Path=/auth; Domain=example.com; Max-Age=300"))
                    .anyMatch(field -> field.startsWith("__Secure-access_token=e")
                            && !field.contains("Max-Age"));
        }
    }

    @Test
    @DisplayName("Development cookies travel over plain http, and the report says so")
    void development() {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .locations(COOKIES)
                .insecureDevelopmentCookies()
                .build();

        assertThat(jeton.cookies().names()).contains("access_token", "refresh_token");
        assertThat(jeton.report()).contains("insecure: development cookies");
    }

    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(field -> field.substring(0, field.indexOf(';')))
                .collect(Collectors.joining("; "));
    }
}
