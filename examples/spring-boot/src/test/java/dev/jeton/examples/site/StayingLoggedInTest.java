package dev.jeton.examples.site;

import static dev.jeton.examples.site.Visitor.PASSWORD;
import static dev.jeton.examples.site.Visitor.assertRedirect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What becomes of a login: it is refreshed on the way, expires, ends, and outlives a restart. */
class StayingLoggedInTest {
    private static final String ACCESS = "__Host-access_token";
    private static final String REFRESH = "__Host-refresh_token";

    @TempDir
    Path folder;

    private RunningSite site;
    private Visitor ada;

    @BeforeEach
    void start() {
        site = new RunningSite(folder);
        ada = Visitor.signedUp(site, "ada");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    @DisplayName(
            "Who comes back after the access token has expired lands on the page that was wanted, query and all")
    void expired() {
        site.clock.advance(Duration.ofMinutes(16));
        HttpResponse<String> first = ada.get("/notes?from=bookmark");
        assertRedirect(first, "/refresh?next=%2Fnotes%3Ffrom%3Dbookmark");
        String old = ada.cookies.get(ACCESS);
        HttpResponse<String> second = ada.get(Visitor.location(first));
        assertRedirect(second, "/notes?from=bookmark");
        assertThat(ada.cookies.get(ACCESS)).isNotEqualTo(old);
        assertThat(ada.get("/notes?from=bookmark").statusCode()).isEqualTo(200);
        assertThat(site.refused).containsExactly(Reason.EXPIRED);
    }

    @Test
    @DisplayName("So does who has only the refresh cookie left, on the front page too")
    void onlyRefreshCookie() {
        ada.cookies.remove(ACCESS);
        assertThat(ada.arrive(ada.get("/")).body()).contains("Good to see you");
        ada.cookies.remove(ACCESS);
        assertThat(ada.arrive(ada.get("/notes")).body()).contains("<h1>Notes</h1>");
    }

    @Test
    @DisplayName("What was typed into a form that stood open too long is kept")
    void expiredForm() {
        String csrf = ada.cookies.get("csrf_token");
        site.clock.advance(Duration.ofMinutes(16));
        HttpResponse<String> answer =
                ada.post("/notes", "text", "typed slowly", "csrf_token", csrf);
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(ada.arrive(answer).body()).contains("typed slowly");
    }

    @Test
    @DisplayName("A script is refused, refreshes, and asks again")
    void expiredScript() {
        site.clock.advance(Duration.ofMinutes(16));
        Visitor script = ada.script();
        assertThat(script.send("DELETE", "/notes/1", "").statusCode()).isEqualTo(401);
        assertThat(script.send("POST", "/refresh", "").statusCode()).isEqualTo(204);
        assertThat(script.send("DELETE", "/notes/1", "").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("The account page wants more than a refreshed token")
    void refreshedIsNotFresh() {
        site.clock.advance(Duration.ofMinutes(16));
        HttpResponse<String> page = ada.arrive(ada.get("/account"));
        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.body()).contains("Is it still you?", "value=\"/account\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/", "/account"})
    @DisplayName(
            "When the refresh token has expired too, the way ends at the login, without cookies, and goes on from there")
    void bothExpired(String wanted) {
        site.clock.advance(Duration.ofDays(31));
        HttpResponse<String> page = ada.arrive(ada.get(wanted));
        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(ada.cookies).isEmpty();
        assertThat(ada.get("/").body()).contains("stranger");
        assertRedirect(ada.logIn("ada", PASSWORD, wanted), wanted);
        assertThat(ada.get(wanted).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "A form that stood open for a month leads to the login, and from there to its page")
    void bothExpiredForm() {
        String csrf = ada.cookies.get("csrf_token");
        site.clock.advance(Duration.ofDays(31));
        HttpResponse<String> page = ada.arrive(ada.post("/notes", "text", "x", "csrf_token", csrf));
        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.body()).contains("name=\"next\" value=\"/notes\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/", "/account", "/login", "/signup", "/refresh?next=/notes"})
    @DisplayName(
            "Cookies that another key has signed lock nobody out and lead nobody round in circles")
    void foreignCookies(String path) {
        site.close();
        site = new RunningSite(
                folder,
                "hex:" + "5e1b9d37c2f8a4067d3e9b15f0c6a28d417f9e3b8c5d2a60e4b7193fd8c6052a");
        Visitor visitor = new Visitor(site);
        visitor.cookies.putAll(ada.cookies);
        assertThat(visitor.arrive(visitor.get(path)).statusCode()).isEqualTo(200);
        assertRedirect(visitor.logIn("ada", PASSWORD, "/notes"), "/notes");
        assertThat(visitor.get("/notes").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("Accounts, notes and logins survive a restart, and a logout does")
    void restart() {
        ada.submit("/notes", "text", "Still here");
        Visitor left = new Visitor(site);
        left.logIn("ada", PASSWORD, "/notes");
        Map<String, String> cookies = Map.copyOf(left.cookies);
        left.post("/logout", "csrf_token", left.cookies.get("csrf_token"));

        site.close();
        site = new RunningSite(folder);
        Visitor again = new Visitor(site);
        again.cookies.putAll(ada.cookies);
        assertThat(again.get("/notes").body()).contains("Still here");
        Visitor replaying = new Visitor(site);
        replaying.cookies.putAll(cookies);
        assertThat(replaying.arrive(replaying.get("/notes")).uri().getPath()).isEqualTo("/login");
        assertThat(site.refused).containsExactly(Reason.REVOKED, Reason.REVOKED);
        assertRedirect(replaying.logIn("ada", PASSWORD, "/notes"), "/notes");
    }

    @Test
    @DisplayName("A logout clears the cookies, and both tokens of the login have ended")
    void logout() {
        Map<String, String> stolen = Map.copyOf(ada.cookies);
        HttpResponse<String> answer =
                ada.post("/logout", "csrf_token", ada.cookies.get("csrf_token"));
        assertRedirect(answer, "/");
        assertThat(ada.cookies).isEmpty();
        assertThat(ada.arrive(answer).body()).contains("stranger");

        ada.cookies.putAll(stolen);
        assertThat(ada.arrive(ada.get("/notes")).uri().getPath()).isEqualTo("/login");
        assertThat(site.refused).containsExactly(Reason.REVOKED, Reason.REVOKED);
    }

    @Test
    @DisplayName("Another site can log nobody out, not even with the right CSRF value")
    void logoutFromElsewhere() {
        String csrf = ada.cookies.get("csrf_token");
        ada.headers.put("Sec-Fetch-Site", "same-site");
        assertThat(ada.post("/logout", "csrf_token", csrf).statusCode()).isEqualTo(403);
        assertThat(site.refused).containsExactly(Reason.ORIGIN_REFUSED);
        ada.headers.put("Sec-Fetch-Site", "same-origin");
        assertThat(ada.get("/notes").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("Nor can it by a form whose way ends at the login because it came without cookies")
    void cookiesStay() {
        Visitor elsewhere = new Visitor(site);
        elsewhere.headers.put("Sec-Fetch-Site", "cross-site");
        HttpResponse<String> refused = elsewhere.post("/notes", "text", "forged");
        assertRedirect(refused, "/refresh?next=%2Fnotes");
        HttpResponse<String> end = elsewhere.post(Visitor.location(refused), "text", "forged");
        assertRedirect(end, "/login?next=%2Fnotes");
        assertThat(end.headers().allValues("Set-Cookie")).isEmpty();
        assertRedirect(elsewhere.post("/refresh"), "/login?");
    }

    @Test
    @DisplayName("An account that is gone is logged in nowhere")
    void goneAccount() {
        site.bean(JdbcClient.class).sql("delete from account").update();
        assertThat(ada.arrive(ada.get("/notes")).uri().getPath()).isEqualTo("/login");
        assertThat(site.refused).containsExactly(Reason.USER_UNKNOWN, Reason.USER_UNKNOWN);
    }
}
