package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.of;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.ANONYMOUS;
import static dev.jeton.testkit.attack.Ruling.ERROR;
import static dev.jeton.testkit.attack.Ruling.MISSING;
import static dev.jeton.testkit.attack.Ruling.S503;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.web.Location.COOKIES;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/** Ways around a route's protection: FRM-01 to FRM-04, FRM-09, FRM-12, FRM-13, FRM-23 to FRM-25, FRM-28, REV-13. */
final class RoutingRows {
    private static final String ADMIN = "/admin";

    private final Cast cast;
    private final List<HttpAttack> all = new ArrayList<>();

    RoutingRows(Cast cast) {
        this.cast = cast;
    }

    List<HttpAttack> all() {
        spellings(
                "FRM-01",
                "//admin",
                "/admin/",
                "/admin//",
                "/./admin",
                "/x/../admin",
                "/open/../admin",
                "/ADMIN",
                "/Admin",
                "/%61dmin",
                "/admin?x=/open",
                "http://other.example/admin",
                "/admin#open",
                "/admin.json",
                "/admin.");
        spellings(
                "FRM-02",
                "/admin;x",
                "/admin;x=/open",
                "/admin;/open",
                "/admin%3Bx",
                "/;/admin",
                "/;x/admin",
                "/open/..;/admin",
                "/open;/../admin",
                "/admin;jsessionid=1");
        spellings(
                "FRM-03",
                "/%2e/admin",
                "/%2e%2e/admin",
                "/open/%2e%2e/admin",
                "/%2Fadmin",
                "/open%2f..%2fadmin",
                "/%5Cadmin",
                "/open%5c..%5cadmin",
                "/open\\..\\admin",
                "/%252Fadmin",
                "/admin%252F",
                "/admin%00",
                "/admin%2500",
                "/admin%ff",
                "/admin%c0%af",
                "/%c0%ae%c0%ae/admin",
                "/admin%zz",
                "/admin%");
        spellings(
                "FRM-04",
                "/admin%0a",
                "/admin%0d",
                "/admin%0d%0a",
                "/admin%e2%80%a8",
                "/admin%c2%85",
                "/%0aadmin",
                "/admin%09",
                "/admin%20");
        methods();
        preflights();
        hooks();
        spoofed();
        proxies();
        logins();
        return all;
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request));
    }

    private void spellings(String id, String... targets) {
        for (String target : targets) {
            all.add(HttpAttack.unreached(id, target + " without a token", get(target)));
            all.add(HttpAttack.unreached(
                    id, target + " with a forged token", get(target).bearer(cast.forged)));
        }
        add(id, "the route itself", MISSING, get(ADMIN));
        add(id, "the route itself with a token", ALICE, get(ADMIN).bearer(cast.access()));
    }

    private void methods() {
        for (String method : List.of(
                "HEAD",
                "OPTIONS",
                "TRACE",
                "POST",
                "PUT",
                "DELETE",
                "PROPFIND",
                "QUERY",
                "get",
                "head",
                "FROBNICATE")) {
            all.add(attack("FRM-09", method + " without a token", MISSING, of(method, ADMIN))
                    .orByServer());
            all.add(attack(
                            "FRM-09",
                            method + " with a forged token",
                            T401,
                            of(method, ADMIN).bearer(cast.forged))
                    .orByServer());
            all.add(attack(
                            "FRM-09",
                            method + " with a token",
                            ALICE,
                            of(method, ADMIN).bearer(cast.access()))
                    .orByServer());
        }
        all.add(attack(
                        "FRM-09",
                        "OPTIONS with Origin only",
                        MISSING,
                        of("OPTIONS", ADMIN).field("Origin", "https://a.example"))
                .orByServer());
        all.add(attack(
                        "FRM-09",
                        "OPTIONS with Access-Control-Request-Method only",
                        MISSING,
                        of("OPTIONS", ADMIN).field("Access-Control-Request-Method", "GET"))
                .orByServer());
        all.add(attack(
                        "FRM-10",
                        "a method put in the place of OPTIONS",
                        MISSING,
                        preflight().field("X-HTTP-Method-Override", "GET"))
                .orByServer());
    }

    private static RawRequest preflight() {
        return of("OPTIONS", ADMIN)
                .field("Origin", "https://a.example")
                .field("Access-Control-Request-Method", "DELETE");
    }

    private void preflights() {
        all.add(attack("FRM-23", "a preflight without a token", ANONYMOUS, preflight())
                .orByServer());
        add(
                "FRM-23",
                "the request behind it",
                MISSING,
                get(ADMIN).field("Origin", "https://a.example"));
        add(
                "FRM-23",
                "another method with the fields of a preflight",
                MISSING,
                get(ADMIN)
                        .field("Origin", "https://a.example")
                        .field("Access-Control-Request-Method", "DELETE"));
    }

    private void hooks() {
        all.add(attack(
                        "REV-13",
                        "a store that is away",
                        S503,
                        get("/by/" + Jetons.BROKEN_STORE).bearer(cast.access()))
                .and(answer -> assertEquals("5", answer.value("Retry-After"))));
        add(
                "REV-13",
                "a store that is away, where a token is optional",
                S503,
                get("/optional-by/" + Jetons.BROKEN_STORE).bearer(cast.access()));
        for (String name : List.of(Jetons.BROKEN_CHECK, Jetons.BROKEN_USERS)) {
            all.add(new HttpAttack(
                    "FRM-12",
                    name,
                    ERROR,
                    get("/by/" + name).bearer(cast.access()),
                    false,
                    answer -> {}));
        }
        add(
                "CFG-12",
                "a user lookup that finds nobody",
                new Ruling(401, "invalid_token", "token_invalid", null, true),
                get("/by/" + Jetons.NO_USERS).bearer(cast.access()));
        add("FRM-13", "a refusal ends the request", MISSING, get(ADMIN));
        add(
                "FRM-13",
                "a refusal of a body ends the request",
                MISSING,
                post(ADMIN).json("{}"));
    }

    private void spoofed() {
        for (String field : List.of(
                "X-User: admin",
                "Remote-User: admin",
                "X-Forwarded-User: admin",
                "X-Remote-User: admin",
                "X-Authenticated-User: admin",
                "X-Original-URL: /open",
                "X-Rewrite-URL: /open",
                "X-Forwarded-Prefix: /open",
                "X-Original-Method: OPTIONS",
                "dev.jeton.JetonExchange: x",
                "dev.jeton.servlet.GuardedRequest: x")) {
            String query = "?user=admin&sub=admin&principal=admin&dev.jeton.JetonExchange=x"
                    + "&dev.jeton.servlet.RuleFilter=true";
            add("FRM-24", field, MISSING, get(ADMIN + query).line(field));
            add(
                    "FRM-24",
                    field + ", with a token",
                    ALICE,
                    get(ADMIN + query).line(field).bearer(cast.access()));
        }
    }

    private void proxies() {
        for (String field : List.of(
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1;host=evil.example;proto=https",
                "X-Real-IP: 127.0.0.1")) {
            add("FRM-28", field, MISSING, get(ADMIN).line(field));
            add(
                    "FRM-28",
                    field + ", with a token",
                    ALICE,
                    get(ADMIN).line(field).bearer(cast.access()));
        }
        add(
                "FRM-28",
                "a forwarded host is no origin",
                Ruling.ORIGIN,
                post("/login-of-own-origin")
                        .field("X-Forwarded-Host", "evil.example")
                        .field("Origin", "https://evil.example"));
        all.add(attack(
                        "FRM-28",
                        "half an upgrade to h2c changes nothing",
                        MISSING,
                        get(in(COOKIES)).field("Connection", "Upgrade").field("Upgrade", "h2c"))
                .orByServer());
    }

    /** A login makes nothing of what the browser brings along. */
    private void logins() {
        RawRequest prepared = post("/login")
                .field("Cookie", cast.accessCookie() + "=of.an.other")
                .field("Cookie", "JSESSIONID=0123456789ABCDEF; csrf_token=0123456789012345678901");
        all.add(attack("FRM-25", "a login with the cookies of another", ANONYMOUS, prepared)
                .and(answer -> assertEquals(
                        List.of("__Host-access_token", "csrf_token", "__Host-refresh_token"),
                        answer.values("Set-Cookie").stream()
                                .map(field -> field.substring(0, field.indexOf('=')))
                                .toList(),
                        "no session is made")));
    }
}
