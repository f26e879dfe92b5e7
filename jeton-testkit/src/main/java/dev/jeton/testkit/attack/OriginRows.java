package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.Jetons.TRUSTED_ORIGIN;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.ANONYMOUS;
import static dev.jeton.testkit.attack.Ruling.CSRF_MISSING;
import static dev.jeton.testkit.attack.Ruling.ORIGIN;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/** Where a browser says that a request comes from: CSR-13 to CSR-16, CSR-19. */
final class OriginRows {
    private static final String SITE = "Sec-Fetch-Site";
    private static final String EVIL = "https://evil.example";

    private final Cast cast;
    private final String cookie;
    private final List<HttpAttack> all = new ArrayList<>();

    OriginRows(Cast cast) {
        this.cast = cast;
        cookie = cast.accessCookie() + "=" + cast.access();
    }

    List<HttpAttack> all() {
        marked();
        trusted();
        exact();
        loginAndLogout();
        sockets();
        return all;
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request));
    }

    private RawRequest valid(String path) {
        return post(path).field("Cookie", cookie).field("X-CSRF-TOKEN", cast.csrf());
    }

    private RawRequest trusting() {
        return valid("/by/" + Jetons.TRUSTING);
    }

    private void marked() {
        for (String site : List.of("cross-site", "same-site")) {
            add(
                    "CSR-13",
                    site + ", in spite of the right value",
                    ORIGIN,
                    valid(in(COOKIES)).field(SITE, site));
            add(
                    "CSR-14",
                    site + " from an origin that nobody trusts",
                    ORIGIN,
                    valid(in(COOKIES)).field(SITE, site).field("Origin", TRUSTED_ORIGIN));
            add(
                    "CSR-13",
                    site + " and a header token",
                    ALICE,
                    post(in(HEADERS)).bearer(cast.access()).field(SITE, site));
            add(
                    "CSR-13",
                    site + " and a safe method",
                    ALICE,
                    get(in(COOKIES)).field("Cookie", cookie).field(SITE, site));
        }
        add(
                "CSR-13",
                "marked twice",
                ORIGIN,
                valid(in(COOKIES)).field(SITE, "same-origin").field(SITE, "cross-site"));
    }

    private void trusted() {
        for (String site : List.of("cross-site", "same-site")) {
            add(
                    "CSR-14",
                    site + " from a trusted origin",
                    ALICE,
                    trusting().field(SITE, site).field("Origin", TRUSTED_ORIGIN));
            add(
                    "CSR-14",
                    site + " from a trusted origin without the value",
                    CSRF_MISSING,
                    post("/by/" + Jetons.TRUSTING)
                            .field("Cookie", cookie)
                            .field(SITE, site)
                            .field("Origin", TRUSTED_ORIGIN));
            add("CSR-14", site + " without an origin", ORIGIN, trusting().field(SITE, site));
        }
    }

    private void exact() {
        for (String origin : List.of(
                "null",
                "https://app.example.org.attacker.com",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org/",
                "https://APP.example.org",
                "https://example.org",
                "https://evil.app.example.org",
                "",
                "*",
                TRUSTED_ORIGIN + " " + EVIL)) {
            add(
                    "CSR-15",
                    "origin \"" + origin + "\"",
                    ORIGIN,
                    trusting().field(SITE, "cross-site").field("Origin", origin));
        }
        add(
                "CSR-15",
                "two origins",
                ORIGIN,
                trusting()
                        .field(SITE, "cross-site")
                        .field("Origin", TRUSTED_ORIGIN)
                        .field("Origin", EVIL));
        for (String site : List.of("same-origin", "none", "", "unknown", "CROSS-SITE")) {
            add(
                    "CSR-15",
                    "the mark \"" + site + "\" says nothing, the value decides",
                    ALICE,
                    trusting().field(SITE, site).field("Origin", EVIL));
            add(
                    "CSR-15",
                    "the mark \"" + site + "\" without the value",
                    CSRF_MISSING,
                    post("/by/" + Jetons.TRUSTING).field("Cookie", cookie).field(SITE, site));
        }
        add("CSR-15", "no mark, the value decides", ALICE, trusting().field("Origin", "null"));
    }

    private void loginAndLogout() {
        RawRequest refresh =
                post("/refresh").field("Cookie", cast.refreshCookie() + "=" + cast.refresh());
        add("CSR-16", "refresh by cookie without the value", CSRF_MISSING, refresh);
        add(
                "CSR-16",
                "refresh by cookie from another site",
                ORIGIN,
                refresh.field("X-CSRF-TOKEN", cast.csrf()).field(SITE, "cross-site"));
        add(
                "CSR-16",
                "refresh by cookie with the value",
                ALICE,
                refresh.field("X-CSRF-TOKEN", cast.csrf()));
        add(
                "CSR-16",
                "logout by cookie without the value",
                CSRF_MISSING,
                post("/logout").field("Cookie", cookie));
        all.add(attack(
                        "CSR-16",
                        "logout by cookie from another site logs nobody out",
                        ORIGIN,
                        valid("/logout").field(SITE, "cross-site"))
                .and(answer -> assertEquals(List.of(), answer.values("Set-Cookie"))));
        String login = "/login-of-own-origin";
        all.add(attack(
                        "CSR-16",
                        "login from another site sets no cookie",
                        ORIGIN,
                        post(login).field(SITE, "cross-site"))
                .and(answer -> assertEquals(List.of(), answer.values("Set-Cookie"))));
        add("CSR-16", "login from another origin", ORIGIN, post(login).field("Origin", EVIL));
        add("CSR-16", "login from a sandbox", ORIGIN, post(login).field("Origin", "null"));
        add(
                "CSR-16",
                "login from its own origin",
                ANONYMOUS,
                post(login).field("Origin", "https://" + RawRequest.HOST));
        add("CSR-16", "login by a client that is no browser", ANONYMOUS, post(login));
    }

    private RawRequest handshake(String protocol) {
        return get(in(COOKIES))
                .field("Cookie", cookie)
                .field("Connection", "Upgrade")
                .field("Upgrade", protocol)
                .field("Sec-WebSocket-Version", "13")
                .field("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    /** A router may have no socket at a path that has a handler; what it answers is then its own. */
    private void sockets() {
        for (String origin : List.of(
                EVIL,
                "null",
                "https://evil." + RawRequest.HOST,
                "https://" + RawRequest.HOST + ".evil.example")) {
            socket(
                    "a WebSocket from " + origin,
                    ORIGIN,
                    handshake("websocket").field("Origin", origin));
        }
        socket("in other capitals", ORIGIN, handshake("WebSocket").field("Origin", EVIL));
        String own = "https://" + RawRequest.HOST;
        socket("from its own host", ALICE, handshake("websocket").field("Origin", own));
        socket("from a client that is no browser", ALICE, handshake("websocket"));
    }

    private void socket(String title, Ruling ruling, RawRequest request) {
        all.add(attack("CSR-19", title, ruling, request).orByServer());
    }
}
