package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.ANONYMOUS;
import static dev.jeton.testkit.attack.Ruling.CSRF_MISSING;
import static dev.jeton.testkit.attack.Ruling.MISSING;
import static dev.jeton.testkit.attack.Ruling.Q400;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.testkit.attack.Ruling.WRONG_TYPE;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cookies: LOC-06, LOC-19 over HTTP/1.1, CKE-01, CKE-04 to CKE-09, CKE-11, CKE-13 to CKE-15. */
final class CookieRows {
    private static final String PATH = in(COOKIES);
    private static final int ACCESS_LIFE = 900;
    private static final int REFRESH_LIFE = 2_592_000;

    private final Cast cast;
    private final Jetons jetons;
    private final String name;
    private final String good;
    private final String other;
    private final List<HttpAttack> all = new ArrayList<>();

    CookieRows(Cast cast, Jetons jetons) {
        this.cast = cast;
        this.jetons = jetons;
        name = cast.accessCookie();
        good = cast.access();
        other = cast.bob.access();
    }

    List<HttpAttack> all() {
        several();
        crumbs();
        set();
        names();
        legacy();
        tossed();
        cleared();
        return all;
    }

    private static RawRequest with(String field) {
        return get(PATH).field("Cookie", field);
    }

    private HttpAttack add(String id, String title, Ruling ruling, RawRequest request) {
        HttpAttack attack = attack(id, title, ruling, request);
        all.add(attack);
        return attack;
    }

    private void several() {
        add(
                "LOC-06",
                "two equal cookies",
                ALICE,
                with(name + "=" + good + "; " + name + "=" + good));
        clearing(name, PATH, other);
        clearing(name, PATH, "x");
        clearing(name, PATH, "");
        String domain = jetons.get(Jetons.DOMAIN).cookies().names().get(0);
        clearing(domain, "/by/" + Jetons.DOMAIN, other);
    }

    /** Different values: refused, and what the browser keeps is cleared, for this host and for the configured domain. */
    private void clearing(String cookie, String path, String second) {
        boolean domain = cookie.startsWith("__Secure-");
        String title = "two different cookies are cleared: " + cookie
                + (second.length() < 2 ? " \"" + second + "\"" : "");
        RawRequest request =
                get(path).field("Cookie", cookie + "=" + good + "; " + cookie + "=" + second);
        all.add(attack("LOC-06", title, Q400, request).and(answer -> {
            List<String> set = answer.values("Set-Cookie").stream()
                    .filter(field -> field.startsWith(cookie + "=; Path=/; "))
                    .toList();
            assertEquals(domain ? 2 : 1, set.size(), answer.toString());
            assertTrue(set.stream().allMatch(field -> field.contains("Max-Age=0")), set.toString());
            assertEquals(
                    domain ? 1 : 0,
                    set.stream()
                            .filter(field -> field.contains("Domain=example.org"))
                            .count());
        }));
    }

    private void crumbs() {
        add(
                "LOC-19",
                "cookies in two fields",
                ALICE,
                with("a=b").field("Cookie", name + "=" + good).field("Cookie", "c=d"));
        add(
                "LOC-19",
                "equal cookies in two fields",
                ALICE,
                with(name + "=" + good).field("Cookie", name + "=" + good));
        add(
                "LOC-19",
                "different cookies in two fields",
                Q400,
                with(name + "=" + good).field("Cookie", name + "=" + other));
    }

    private void set() {
        String access = "__Host-access_token=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=Lax"
                .formatted(good, ACCESS_LIFE);
        String refresh =
                "__Host-refresh_token=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=Lax"
                        .formatted(cast.refresh(), REFRESH_LIFE);
        HttpAttack login = attack("CKE-01", "the cookies of a login", ANONYMOUS, post("/login"));
        all.add(login.and(answer -> {
            List<String> set = answer.values("Set-Cookie");
            assertEquals(List.of(access, refresh), List.of(set.get(0), set.get(2)));
            assertEquals(3, set.size());
            assertTrue(
                    Pattern.matches(
                            "csrf_token=[\\w-]{22}; Path=/; Max-Age=\\d+; Secure; SameSite=Lax",
                            set.get(1)),
                    "the companion, which scripts read");
        }));
        all.add(attack(
                        "CKE-13",
                        "an answer that sets cookies is not stored",
                        ANONYMOUS,
                        post("/login"))
                .and(answer -> assertEquals("no-store", answer.value("Cache-Control"))));
        all.add(attack("CKE-14", "cookies live as long as their tokens", ANONYMOUS, post("/login"))
                .and(answer -> assertTrue(answer.values("Set-Cookie")
                        .get(0)
                        .contains("; Max-Age=" + ACCESS_LIFE + ";"))));
        all.add(attack(
                        "CKE-15",
                        "plain http, even where a proxy says https, changes no cookie",
                        ANONYMOUS,
                        post("/login")
                                .field("X-Forwarded-Proto", "http")
                                .field("Origin", "http://" + RawRequest.HOST))
                .and(answer -> assertTrue(answer.values("Set-Cookie").stream()
                        .allMatch(field -> field.contains("; Secure")))));
    }

    private void names() {
        for (String near : List.of(
                "__HOST-access_token",
                "__host-access_token",
                "__Host-Access_Token",
                "__Secure-access_token",
                "access_token",
                "x__Host-access_token",
                "__Host-access_token2",
                "__Host-access%5Ftoken",
                "\"__Host-access_token\"")) {
            add("CKE-04", near + " is not ours", MISSING, with(near + "=" + good));
            add(
                    "CKE-04",
                    near + " beside ours changes nothing",
                    ALICE,
                    with(near + "=" + other + "; " + name + "=" + good));
        }
        for (String space : List.of("\u2000", "\u0085", "\u00a0", "\u3000", "\ufeff")) {
            String title = "U+%04X before the name".formatted((int) space.charAt(0));
            all.add(attack("CKE-05", title, MISSING, with(space + name + "=" + good))
                    .orByServer());
            all.add(attack(
                            "CKE-05",
                            title + " of the second cookie",
                            MISSING,
                            with("a=b; " + space + name + "=" + good))
                    .orByServer());
        }
    }

    private void legacy() {
        add(
                "CKE-06",
                "$Version and quotes",
                MISSING,
                with("$Version=1; " + name + "=\"" + good + "\"; $Path=\"/\""));
        add("CKE-06", "a quoted value", MISSING, with(name + "=\"" + good + "\""));
        add(
                "CKE-06",
                "$Version before a cookie changes nothing",
                ALICE,
                with("$Version=1; " + name + "=" + good));
        add(
                "CKE-06",
                "a sandwich of ours around a neighbour",
                MISSING,
                with(name + "=\"start; session=canary-of-a-neighbour; end=\""));
        add(
                "CKE-06",
                "a sandwich around ours",
                ALICE,
                with("a=\"start; " + name + "=" + good + "; end=\""));
        add("CKE-06", "commas do not part cookies", MISSING, with("a=b, " + name + "=" + good));
        add("CKE-06", "escapes are not read", T401, with(name + "=" + good.replace(".", "\\056")));
        add("CKE-07", "a cookie without a name", MISSING, with("=" + name + "=" + good));
        add("CKE-07", "a blank for a name", MISSING, with("= " + name + "=" + good));
        add("CKE-07", "a name without a value", MISSING, with(name));
    }

    private void tossed() {
        add(
                "CKE-08",
                "a tossed access_token does not collide",
                ALICE,
                with("access_token=" + other + "; " + name + "=" + good));
        String plain = jetons.get(Jetons.UNPREFIXED).cookies().names().get(0);
        add(
                "CKE-08",
                "without prefixes a tossed cookie is ambiguous",
                Q400,
                get("/by/" + Jetons.UNPREFIXED)
                        .field("Cookie", plain + "=" + other + "; " + plain + "=" + good));
        add(
                "CKE-09",
                "a login tossed from a sibling is not ours",
                MISSING,
                get(PATH)
                        .field(
                                "Cookie",
                                "access_token=" + other + "; csrf_token="
                                        + cast.bob.csrf().orElseThrow()));
        add(
                "CKE-09",
                "nor does it stand in for ours",
                CSRF_MISSING,
                post(PATH)
                        .field(
                                "Cookie",
                                name + "=" + good + "; csrf_token="
                                        + cast.bob.csrf().orElseThrow()));
        add(
                "TYP-01",
                "a refresh token in the access cookie",
                WRONG_TYPE,
                with(name + "=" + cast.refresh()));
    }

    private void cleared() {
        String cookies = name + "=" + good + "; " + cast.refreshCookie() + "=" + cast.refresh();
        List<String> cleared = List.of(
                "__Host-access_token=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax",
                "__Host-refresh_token=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax",
                "csrf_token=; Path=/; Max-Age=0; Secure; SameSite=Lax");
        for (RawRequest logout : List.of(
                post("/logout").field("Cookie", cookies).field("X-CSRF-TOKEN", cast.csrf()),
                post("/logout").bearer(good))) {
            String where = logout.headers("Cookie").isEmpty() ? "header" : "cookie";
            all.add(attack(
                            "CKE-11",
                            "a logout by " + where + " clears all cookies as they were set",
                            ALICE,
                            logout)
                    .and(answer -> assertEquals(
                            cleared.stream().sorted().toList(),
                            answer.values("Set-Cookie").stream().sorted().toList()))
                    .and(answer -> assertEquals("no-store", answer.value("Cache-Control"))));
        }
        all.add(attack(
                        "CKE-11",
                        "a refused logout clears them too",
                        T401,
                        post("/logout").bearer("x"))
                .and(answer -> assertEquals(3, answer.values("Set-Cookie").size())));
        add(
                "CKE-11",
                "cleared cookies leave a header alone",
                ALICE,
                get(in(HEADERS)).bearer(good));
    }
}
