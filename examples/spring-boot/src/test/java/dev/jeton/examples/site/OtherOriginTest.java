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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * An attacker's page, opened by somebody who is logged in. {@code evil.localhost} and {@code 127.0.0.1} are other sites, where
 * SameSite keeps the cookies at home; {@code evil.jotter.localhost} is another origin of the same site: cookies travel from there.
 * The attacker is granted the right CSRF value all the same.
 */
@Tag("browser")
class OtherOriginTest {
    private static final String HOST = "jotter.localhost";
    private static final String SAME_SITE = "evil.jotter.localhost";

    @TempDir
    static Path profile;

    private static Browser browser;

    @TempDir
    Path folder;

    private RunningSite site;
    private OtherSite attacker;
    private String csrf;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = new Browser(profile, Path.of("target", "screenshots"));
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() throws IOException {
        site = new RunningSite(folder);
        attacker = new OtherSite();
        Visitor.signedUp(site, "mallory");
        browser.startOver()
                .open(url("/signup"))
                .type("[name=name]", "ada")
                .type("[name=password]", Visitor.PASSWORD)
                .follow("main .button")
                .type("textarea", "Mine")
                .follow("main .button");
        csrf = browser.cookie("csrf_token");
        site.refused.clear();
    }

    @AfterEach
    void stop() {
        attacker.close();
        site.close();
    }

    @Test
    @DisplayName("What is tried below works from the site's own pages")
    void control() {
        browser.open(url("/notes"));
        submit("/notes", Map.of("text", "By form", "csrf_token", csrf));
        assertThat(browser.text(".notes")).contains("Mine", "By form");
        assertThat(post("cors", "By fetch")).isEqualTo("200");
        assertThat(browser.await("return (await fetch('/notes')).text()").asString())
                .contains("By fetch");
        assertThat(image("/icon.svg")).isEqualTo("loaded");
        submit("/login", Map.of("name", "mallory", "password", Visitor.PASSWORD));
        assertThat(browser.text("nav .who")).isEqualTo("mallory");
        submit("/logout", Map.of("csrf_token", browser.cookie("csrf_token")));
        assertThat(browser.cookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.localhost", "127.0.0.1", SAME_SITE})
    @DisplayName("Its form notes nothing, whether or not the access token has expired")
    void form(String host) throws IOException {
        browser.open(attacker.url(host));
        submit("/notes", Map.of("text", "Theirs", "csrf_token", csrf));
        assertThat(site.refused).first().isEqualTo(reason(host));
        if (host.equals(SAME_SITE)) {
            assertThat(browser.text("h1")).isEqualTo("That was not done");
            browser.shoot("14-attack-refused");
        }
        site.refused.clear();
        site.clock.advance(Duration.ofMinutes(16));
        browser.open(attacker.url(host));
        submit("/notes", Map.of("text", "Theirs", "csrf_token", csrf));
        assertThat(site.refused).hasSize(2).last().isEqualTo(reason(host));
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.localhost", "127.0.0.1", SAME_SITE})
    @DisplayName("Its form logs the visitor neither out, nor in as somebody else, nor up")
    void session(String host) {
        browser.open(attacker.url(host));
        submit("/logout", Map.of("csrf_token", csrf));
        browser.open(attacker.url(host));
        submit("/login", Map.of("name", "mallory", "password", Visitor.PASSWORD));
        assertThat(site.refused).last().isEqualTo(Reason.ORIGIN_REFUSED);
        browser.open(attacker.url(host));
        submit("/signup", Map.of("name", "mallory2", "password", Visitor.PASSWORD));
        assertThat(site.refused).last().isEqualTo(Reason.ORIGIN_REFUSED);
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.localhost", "127.0.0.1", SAME_SITE})
    @DisplayName("Its fetch changes nothing and reads nothing")
    void fetch(String host) {
        browser.open(attacker.url(host));
        for (String mode : new String[] {"cors", "no-cors"}) {
            String read =
                    "return (await fetch(arguments[0], {mode: arguments[1], credentials: 'include'})).text()";
            assertThat(browser.await(read, url("/notes"), mode).asString()).startsWith("rejected");
            assertThat(post(mode, "Theirs")).startsWith("rejected");
        }
        String withHeader =
                "return (await fetch(arguments[0], {method: 'DELETE', credentials: 'include',"
                        + " headers: {'X-CSRF-TOKEN': arguments[1]}})).status";
        assertThat(browser.await(withHeader, url("/notes/1"), csrf).asString())
                .startsWith("rejected");
        assertThat(site.refused).contains(reason(host));
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.localhost", "127.0.0.1", SAME_SITE})
    @DisplayName("Its images and frames show nothing of the site, and end no login")
    void imagesAndFrames(String host) throws IOException {
        browser.open(attacker.url(host));
        for (String path : new String[] {"/icon.svg", "/notes", "/logout", "/refresh?next=/"}) {
            assertThat(image(path)).isEqualTo("failed");
        }
        browser.await(
                "const frame = document.createElement('iframe'); frame.src = arguments[0];"
                        + "const loaded = new Promise(done => frame.onload = done);"
                        + "document.body.append(frame); await loaded",
                url("/notes"));
        assertThat(browser.textInFrame("iframe")).doesNotContain("Mine", "Notes", "Log in");
        browser.shoot("15-attackers-page");
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.localhost", "127.0.0.1", SAME_SITE})
    @DisplayName(
            "Its server gets no cookie, and its page can plant none that the site takes for its own")
    void cookies(String host) {
        browser.open(attacker.url(host));
        assertThat(attacker.cookies).isEmpty();
        assertThat(browser.run("return document.cookie").asString()).isEmpty();
        browser.run(
                "for (const name of ['__Host-access_token', '__Host-refresh_token', 'csrf_token'])"
                        + " document.cookie = name + '=planted; Path=/; Secure; Domain=jotter.localhost'");
        submit("/notes", Map.of("text", "Theirs", "csrf_token", "planted"));
        assertThat(browser.open(url("/notes")).cookie("__Host-access_token")).startsWith("eyJ");
        assertUntouched();
    }

    @Test
    @DisplayName("A link on another site leads in: who is logged in stays so")
    void link() {
        browser.open(attacker.url("evil.localhost"));
        browser.run(
                "const link = document.createElement('a'); link.href = arguments[0];"
                        + "link.textContent = 'Notes'; document.body.append(link)",
                url("/notes"));
        browser.follow("a");
        assertThat(browser.text(".notes")).contains("Mine");
    }

    private static Reason reason(String host) {
        return host.equals(SAME_SITE) ? Reason.ORIGIN_REFUSED : Reason.TOKEN_MISSING;
    }

    /** Posts a note as a form does, which needs no preflight; what became of it. */
    private String post(String mode, String text) {
        String script =
                "return (await fetch(arguments[0], {method: 'POST', mode: arguments[1], credentials: 'include',"
                        + " body: new URLSearchParams({text: arguments[2], csrf_token: arguments[3]})})).status";
        return browser.await(script, url("/notes"), mode, text, csrf).asString();
    }

    private String image(String path) {
        String load = "return new Promise(done => { const image = new Image();"
                + " image.onload = () => done('loaded'); image.onerror = () => done('failed');"
                + " image.src = arguments[0]; })";
        return browser.await(load, url(path)).asString();
    }

    private void submit(String path, Map<String, String> fields) {
        browser.run(
                "const form = document.createElement('form'); form.method = 'post'; form.action = arguments[0];"
                        + "for (const [name, value] of Object.entries(arguments[1])) {"
                        + " const field = document.createElement('input'); field.name = name; field.value = value;"
                        + " form.append(field); }"
                        + "const button = document.createElement('button'); button.id = 'submit';"
                        + "form.append(button); document.body.prepend(form)",
                url(path),
                fields);
        browser.follow("#submit");
    }

    private void assertUntouched() {
        browser.open(url("/notes"));
        assertThat(browser.text(".notes")).contains("Mine").doesNotContain("Theirs");
        assertThat(browser.text("nav .who")).isEqualTo("ada");
    }

    private String url(String path) {
        return site.url(HOST, path);
    }
}
