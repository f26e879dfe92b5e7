package dev.jeton.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The site in a real browser. Its pictures are in {@code target/screenshots}. */
@Tag("browser")
class BrowserTest {
    private static final String HOST = "jotter.localhost";
    private static final String ACCESS = "__Host-access_token";
    private static final String REFRESH = "__Host-refresh_token";

    @TempDir
    static Path profile;

    private static Browser browser;

    @TempDir
    Path folder;

    private RunningSite site;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = new Browser(profile, Path.of("target", "screenshots"));
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() {
        site = new RunningSite(folder);
        browser.startOver();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    @DisplayName("From a stranger to a notebook and out again")
    void journey() throws IOException {
        open("/").shoot("01-stranger");
        assertThat(browser.text("h1")).isEqualTo("Hello, stranger.");

        browser.follow("a[href='/signup']");
        browser.type("[name=name]", "ada").type("[name=password]", "short");
        browser.run("document.querySelector('[name=password]').removeAttribute('minlength')");
        browser.follow("main .button").shoot("02-sign-up-refused");
        assertThat(browser.text(".problem")).contains("8 characters");
        browser.type("[name=password]", Visitor.PASSWORD).follow("main .button");
        assertPath("/notes");

        note("Ask Babbage about the punched cards.");
        note("Note G: Bernoulli numbers.");
        browser.shoot("03-notes");
        assertThat(browser.text(".notes li:nth-child(1) p"))
                .isEqualTo("Note G: Bernoulli numbers.");
        browser.click(".notes li:nth-child(1) .link")
                .until("document.querySelectorAll('.notes li').length === 1");
        open("/notes");
        assertThat(browser.text(".notes")).contains("punched cards").doesNotContain("Bernoulli");

        open("/").shoot("04-greeted");
        assertThat(browser.text("h1")).isEqualTo("Good to see you, ada.");
        browser.follow("nav .link");
        assertPath("/");
        assertThat(browser.text("h1")).isEqualTo("Hello, stranger.");
        assertThat(browser.cookies()).isEmpty();

        open("/notes").shoot("05-login");
        assertPath("/login?next=%2Fnotes");
        browser.type("[name=name]", "ada").type("[name=password]", "guess").follow("main .button");
        assertThat(browser.text(".problem")).isEqualTo("The name or the password is wrong.");
        browser.shoot("06-login-refused");
        browser.type("[name=password]", Visitor.PASSWORD).follow("main .button");
        assertPath("/notes");
        open("/nowhere").shoot("07-nowhere");
        assertThat(browser.text("h1")).isEqualTo("There is no such page");
    }

    @Test
    @DisplayName("Accounts and notes survive a restart, and with the same key so does the login")
    void restart() {
        signUp();
        note("Still here");
        site.close();
        site = new RunningSite(folder);
        open("/notes");
        assertThat(browser.text(".notes p")).isEqualTo("Still here");
    }

    @Test
    @DisplayName(
            "Who comes back after the access token has expired lands on the page that was wanted, and no form is lost")
    void expired() {
        signUp();
        site.clock.advance(Duration.ofMinutes(16));
        open("/notes?from=bookmark");
        assertPath("/notes?from=bookmark");
        assertThat(site.refused).containsExactly(Reason.EXPIRED);

        for (String path : List.of("/notes", "/")) {
            String access = browser.cookie(ACCESS);
            browser.deleteCookie(ACCESS);
            open(path);
            assertPath(path);
            assertThat(browser.text("nav .who")).isEqualTo("ada");
            assertThat(browser.cookie(ACCESS)).startsWith("eyJ").isNotEqualTo(access);
        }

        open("/notes");
        browser.type("textarea", "Typed slowly");
        site.clock.advance(Duration.ofMinutes(16));
        browser.follow("main .button");
        assertPath("/notes");
        assertThat(browser.text(".notes p")).isEqualTo("Typed slowly");
        site.clock.advance(Duration.ofMinutes(16));
        browser.click(".notes .link").until("document.querySelectorAll('.notes li').length === 0");
    }

    @Test
    @DisplayName(
            "When the refresh token has expired too, the way leads to the login once, and from there back")
    void bothExpired() {
        signUp();
        site.clock.advance(Duration.ofDays(31));
        open("/notes");
        assertPath("/login?next=%2Fnotes");
        assertThat(browser.cookies()).isEmpty();
        logIn();
        assertPath("/notes");

        site.clock.advance(Duration.ofDays(31));
        browser.type("textarea", "Too late").follow("main .button");
        assertPath("/login?next=%2Fnotes");
        open("/");
        assertThat(browser.text("h1")).isEqualTo("Hello, stranger.");
    }

    @Test
    @DisplayName("The account page wants a fresh login and leads back to itself")
    void fresh() throws IOException {
        signUp();
        site.clock.advance(Duration.ofMinutes(16));
        open("/account").shoot("08-is-it-still-you");
        assertPath("/login?confirm=true&next=/account");
        assertThat(browser.text("h1")).isEqualTo("Is it still you?");
        logIn();
        assertPath("/account");
        browser.type("[name=password]", "difference engine")
                .follow("main .button")
                .shoot("09-account");
        assertThat(browser.text(".done")).contains("The password is changed.");
        open("/notes");
        assertPath("/notes");
    }

    @Test
    @DisplayName("No login leads to another site")
    void openRedirect() {
        signUp();
        for (String next : List.of(
                "//evil.localhost/",
                "http://evil.localhost/",
                "/%5Cevil.localhost",
                "/%09/evil.localhost")) {
            open("/refresh?next=" + next);
            assertPath("/");
            open("/login?next=" + next);
            logIn();
            assertPath("/");
        }
    }

    @Test
    @DisplayName(
            "The browser keeps token cookies as they were promised: of this host alone, HttpOnly, Secure, SameSite=Lax, as long as the token")
    void cookies() {
        signUp();
        Map<String, JsonNode> cookies = browser.cookies();
        assertThat(cookies.keySet()).containsExactlyInAnyOrder(ACCESS, REFRESH, "csrf_token");
        cookies.forEach((name, cookie) -> {
            assertThat(cookie.get("httpOnly").asBoolean()).isEqualTo(name.startsWith("__Host-"));
            assertThat(cookie.get("secure").asBoolean()).isTrue();
            assertThat(cookie.get("sameSite").asString()).isEqualTo("Lax");
            assertThat(cookie.get("path").asString()).isEqualTo("/");
            assertThat(cookie.get("domain").asString()).isEqualTo(HOST);
            Duration life = name.equals(ACCESS) ? Duration.ofMinutes(15) : Duration.ofDays(30);
            assertThat(Instant.ofEpochSecond(cookie.get("expiry").asLong()))
                    .isBetween(
                            Instant.now().plus(life).minusSeconds(60),
                            Instant.now().plus(life).plusSeconds(2));
        });
    }

    @Test
    @DisplayName(
            "Scripts see the CSRF value and no token: not in cookies, not in pages, not in storage, not in answers")
    void scripts() {
        signUp();
        assertThat(browser.run("return document.cookie").asString()).matches("csrf_token=[\\w-]+");
        String everything = browser.await("const csrf = document.cookie.split('=')[1];"
                        + "const answer = await fetch('/refresh', {method: 'POST', headers: {'X-CSRF-TOKEN': csrf}});"
                        + "return answer.status + await answer.text() + JSON.stringify([...answer.headers])"
                        + " + document.documentElement.outerHTML + JSON.stringify(await cookieStore.getAll())"
                        + " + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                .asString();
        assertThat(everything).startsWith("204").contains("csrf_token", "[{").doesNotContain("eyJ");
    }

    @Test
    @DisplayName("A script that got into a page does not run")
    void policy() {
        signUp();
        String inject =
                "const script = document.createElement('script'); script.textContent = 'window.injected = true';"
                        + "document.body.append(script);"
                        + "const image = document.createElement('div'); image.innerHTML = '<img src=x onerror=\"window.injected = true\">';"
                        + "document.body.append(image); await new Promise(done => image.firstChild.addEventListener('error', done));"
                        + "return String(window.injected)";
        assertThat(browser.await(inject).asString()).isEqualTo("undefined");
        note("<img src=x onerror='document.title=\"injected\"'>");
        assertThat(browser.text(".notes p")).startsWith("<img src=x");
    }

    @Test
    @DisplayName(
            "fetch passes with the CSRF header and not without; a form passes with the CSRF field and not without")
    void csrf() throws IOException {
        signUp();
        String add =
                "return (await fetch('/notes', {method: 'POST', body: '{\"text\":\"by fetch\"}',"
                        + " headers: {'Content-Type': 'application/json', ...arguments[0]}})).status";
        assertThat(browser.await(add, Map.of()).asInt()).isEqualTo(403);
        assertThat(browser.await(add, Map.of("X-CSRF-TOKEN", "guessed")).asInt())
                .isEqualTo(403);
        assertThat(site.refused).containsExactly(Reason.CSRF_MISSING, Reason.CSRF_MISMATCH);
        Map<String, String> right = Map.of("X-CSRF-TOKEN", browser.cookie("csrf_token"));
        assertThat(browser.await(add, right).asInt()).isEqualTo(201);

        open("/notes").run("document.querySelector('main [name=csrf_token]').remove()");
        note("by a form");
        browser.shoot("10-not-done");
        assertThat(browser.text("h1")).isEqualTo("That was not done");
        open("/notes");
        assertThat(browser.text(".notes")).contains("by fetch").doesNotContain("by a form");
    }

    @Test
    @DisplayName("It is dark where readers prefer that, and fits a telephone")
    void looks() throws IOException {
        signUp();
        note("Ask Babbage about the punched cards.");
        String paper = "return getComputedStyle(document.body).backgroundColor";
        String light = browser.run(paper).asString();
        browser.colours("dark").shoot("11-dark");
        assertThat(browser.run(paper).asString()).isNotEqualTo(light);
        browser.colours("light").size(360, 700).shoot("12-telephone");
        for (String path : List.of("/notes", "/", "/account", "/login")) {
            open(path);
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .isLessThanOrEqualTo(360);
        }
        open("/").shoot("13-telephone-front-page");
    }

    private void signUp() {
        open("/signup").type("[name=name]", "ada").type("[name=password]", Visitor.PASSWORD);
        browser.follow("main .button");
        assertPath("/notes");
        site.refused.clear();
    }

    private void logIn() {
        browser.type("[name=name]", "ada").type("[name=password]", Visitor.PASSWORD);
        browser.follow("main .button");
    }

    private void note(String text) {
        browser.type("textarea", text).follow("main .button");
    }

    private Browser open(String path) {
        return browser.open(site.url(HOST, path));
    }

    private void assertPath(String path) {
        assertThat(browser.url()).isEqualTo(site.url(HOST, path));
    }
}
