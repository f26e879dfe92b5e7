package dev.jeton.examples.site;

import static dev.jeton.examples.site.Visitor.PASSWORD;
import static dev.jeton.examples.site.Visitor.assertRedirect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/** The pages of the site, by HTTP. */
class SiteTest {
    @TempDir
    static Path folder;

    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = new RunningSite(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void forget() {
        site.refused.clear();
    }

    @Test
    @DisplayName("The front page is for everyone, and greets who is logged in")
    void greets() {
        assertThat(new Visitor(site).get("/").body()).contains("Hello, <em>stranger</em>");
        assertThat(Visitor.signedUp(site, "greeted").get("/").body())
                .contains("Good to see you, <em>greeted</em>");
    }

    @ParameterizedTest
    @CsvSource({
        "a, analytical engine, A name has",
        "Ada, analytical engine, A name has",
        "ada<b>, analytical engine, A name has",
        "ada, short, 8 characters at least",
        "ada, ääääääääääääääääääääääääääääääääääääx, 72 bytes at most",
        "taken, analytical engine, The name is taken"
    })
    @DisplayName("A sign-up that will not do is told why, and logs nobody in")
    void signUpRefused(String name, String password, String problem) {
        if (name.equals("taken")) {
            Visitor.signedUp(site, "taken");
        }
        Visitor visitor = new Visitor(site);
        HttpResponse<String> answer = visitor.post("/signup", "name", name, "password", password);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(problem).doesNotContain(password);
        assertThat(visitor.cookies).isEmpty();
    }

    @Test
    @DisplayName("Of a password there is only a hash")
    void hashed() {
        Visitor.signedUp(site, "hashed");
        assertThat(site.bean(JdbcClient.class)
                        .sql("select password from account where name = 'hashed'")
                        .query(String.class)
                        .single())
                .startsWith("$2a$10$");
    }

    @Test
    @DisplayName("A login leads to the page that was wanted")
    void login() {
        Visitor.signedUp(site, "returning");
        Visitor visitor = new Visitor(site);
        HttpResponse<String> page = visitor.arrive(visitor.get("/notes?from=bookmark"));
        assertThat(page.uri().getRawPath()).isEqualTo("/login");
        assertThat(page.body()).contains("name=\"next\" value=\"/notes?from=bookmark\"");
        assertRedirect(
                visitor.logIn("returning", PASSWORD, "/notes?from=bookmark"),
                "/notes?from=bookmark");
        assertThat(visitor.get("/notes?from=bookmark").body()).contains("<h1>Notes</h1>");
    }

    @Test
    @DisplayName(
            "A login that fails says the same of a known name and of an unknown one, and takes as long")
    void nothingToldOfNames() {
        Visitor.signedUp(site, "known");
        Visitor visitor = new Visitor(site);
        HttpResponse<String> known = visitor.logIn("known", "not it at all", "/notes");
        HttpResponse<String> unknown = visitor.logIn("nobody", "not it at all", "/notes");
        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body().replace("nobody", "known")).isEqualTo(known.body());
        assertThat(visitor.cookies).isEmpty();

        long timeOfKnown = shortest(() -> visitor.logIn("known", "not it at all", "/"));
        long timeOfUnknown = shortest(() -> visitor.logIn("nobody", "not it at all", "/"));
        assertThat((double) timeOfUnknown / timeOfKnown).isBetween(0.5, 2.0);
    }

    private static long shortest(Runnable action) {
        return LongStream.range(0, 5)
                .map(i -> {
                    long start = System.nanoTime();
                    action.run();
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }

    @Test
    @DisplayName("Notes are shown as they were typed, to their owner alone")
    void notes() {
        Visitor owner = Visitor.signedUp(site, "owner");
        assertRedirect(owner.submit("/notes", "text", "<script>alert(1)</script>"), "/notes");
        String page = owner.get("/notes").body();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        String id = page.replaceAll("(?s).*data-delete=\"(\\d+)\".*", "$1");

        Visitor other = Visitor.signedUp(site, "other");
        assertThat(other.get("/notes").body()).contains("Nothing noted yet");
        assertThat(other.script().send("DELETE", "/notes/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(owner.script().send("DELETE", "/notes/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(owner.get("/notes").body()).contains("Nothing noted yet");
    }

    @Test
    @DisplayName(
            "A form without the CSRF field is refused with a page, and with the field of another login too")
    void csrfField() {
        Visitor visitor = Visitor.signedUp(site, "forms");
        HttpResponse<String> missing = visitor.post("/notes", "text", "forged");
        assertThat(missing.statusCode()).isEqualTo(403);
        assertThat(missing.body()).contains("That was not done").contains("csrf_missing");
        String foreign = Visitor.signedUp(site, "mallory").cookies.get("csrf_token");
        visitor.post("/notes", "text", "forged", "csrf_token", foreign);
        assertThat(site.refused).containsExactly(Reason.CSRF_MISSING, Reason.CSRF_MISMATCH);
        assertThat(visitor.get("/notes").body()).doesNotContain("forged");
    }

    @Test
    @DisplayName(
            "A script repeats the CSRF value in a header; without it, it gets a problem and no page")
    void csrfHeader() {
        Visitor script = Visitor.signedUp(site, "scripts").script();
        script.headers.put("Content-Type", "application/json");
        assertThat(script.send("POST", "/notes", "{\"text\":\"by script\"}").statusCode())
                .isEqualTo(201);
        script.headers.remove("X-CSRF-TOKEN");
        HttpResponse<String> refused = script.send("POST", "/notes", "{\"text\":\"forged\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"csrf_missing\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/signup"})
    @DisplayName("Another site can log nobody in")
    void loginFromElsewhere(String path) {
        Visitor.signedUp(site, "attacker" + path.substring(1));
        for (String where : new String[] {"cross-site", "same-site"}) {
            Visitor visitor = new Visitor(site);
            visitor.headers.put("Sec-Fetch-Site", where);
            visitor.headers.put("Origin", "https://evil.example");
            HttpResponse<String> answer = visitor.post(
                    path, "name", "attacker" + path.substring(1), "password", PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(visitor.cookies).isEmpty();
        }
        assertThat(site.refused).containsExactly(Reason.ORIGIN_REFUSED, Reason.ORIGIN_REFUSED);
    }

    @Test
    @DisplayName(
            "The account page wants a login of the last ten minutes, and a new password ends all other logins")
    void account() {
        Visitor here = Visitor.signedUp(site, "moving");
        Visitor elsewhere = new Visitor(site);
        elsewhere.logIn("moving", PASSWORD, "/notes");
        site.clock.advance(Duration.ofMinutes(10));
        assertRedirect(here.get("/account"), "/login?confirm=true&next=/account");
        assertThat(here.get("/login?confirm=true&next=/account").body())
                .contains("Is it still you?");
        assertRedirect(here.logIn("moving", PASSWORD, "/account"), "/account");
        assertThat(here.submit("/account", "password", "short").statusCode()).isEqualTo(422);

        assertThat(elsewhere.get("/notes").statusCode()).isEqualTo(200);
        HttpResponse<String> changed = here.submit("/account", "password", "difference engine");
        assertThat(here.arrive(changed).body()).contains("Other logins have ended");
        assertThat(here.get("/notes").statusCode()).isEqualTo(200);
        assertThat(elsewhere.arrive(elsewhere.get("/notes")).uri().getPath()).isEqualTo("/login");
        assertThat(elsewhere.logIn("moving", PASSWORD, "/notes").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "What a browser is told with every page: no script in it, no frame around it, no copy kept")
    void headers() {
        Visitor visitor = Visitor.signedUp(site, "careful");
        for (String path :
                new String[] {"/", "/notes", "/account", "/login", "/signup", "/nowhere"}) {
            HttpResponse<String> page = visitor.get(path);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().allValues("Cache-Control")).containsOnly("no-store");
            assertThat(page.body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<script src=\"/site.js\" defer></script>")
                    .doesNotContain("style=")
                    .doesNotContainPattern("<script>|<style| on[a-z]+=");
        }
        assertThat(visitor.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/site.css").headers().firstValue("Cache-Control"))
                .contains("max-age=3600");
    }
}
