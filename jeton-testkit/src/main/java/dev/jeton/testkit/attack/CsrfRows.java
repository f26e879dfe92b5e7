package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.AttackApplication.optionalIn;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.of;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.CSRF_MISMATCH;
import static dev.jeton.testkit.attack.Ruling.CSRF_MISSING;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import dev.jeton.web.CsrfMask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The double-submit value of cookie tokens: CSR-01 to CSR-12, CSR-17, CSR-18, CSR-20, FRM-10. */
final class CsrfRows {
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PATH = in(COOKIES);
    private static final String FORM = "/by/" + Jetons.FORM;

    private final Cast cast;
    private final String cookie;
    private final String csrf;
    private final List<HttpAttack> all = new ArrayList<>();

    CsrfRows(Cast cast) {
        this.cast = cast;
        cookie = cast.accessCookie() + "=" + cast.access();
        csrf = cast.csrf();
    }

    List<HttpAttack> all() {
        missing();
        wrong();
        otherLogins();
        cookieOnly();
        overrides();
        methods();
        query();
        form();
        otherPlaces();
        return all;
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request));
    }

    private RawRequest posted() {
        return post(PATH).field("Cookie", cookie);
    }

    private void missing() {
        add("CSR-01", "an unsafe request without the value", CSRF_MISSING, posted());
        add("CSR-01", "with the value", ALICE, posted().field(HEADER, csrf));
        add("CSR-01", "a safe request needs none", ALICE, get(PATH).field("Cookie", cookie));
        add("CSR-01", "no type of body exempts", CSRF_MISSING, posted().json("{}"));
        add(
                "CSR-01",
                "an optional route forgives nothing",
                CSRF_MISSING,
                post(optionalIn(COOKIES)).field("Cookie", cookie));
    }

    private void wrong() {
        String cut = csrf.substring(0, csrf.length() - 1);
        String swapped = csrf.equals(csrf.toLowerCase(Locale.ROOT))
                ? csrf.toUpperCase(Locale.ROOT)
                : csrf.toLowerCase(Locale.ROOT);
        for (String value : List.of(
                "x",
                cut,
                csrf + "=",
                csrf + "x",
                "x" + csrf,
                csrf + "%00",
                swapped,
                "\"" + csrf + "\"")) {
            add(
                    "CSR-02",
                    "wrong value of " + value.length() + " characters, " + value.charAt(0)
                            + "\u2026" + value.charAt(value.length() - 1),
                    CSRF_MISMATCH,
                    posted().field(HEADER, value));
        }
        for (String value : List.of("null", "undefined", "[]", "true", csrf + "," + csrf)) {
            add(
                    "CSR-05",
                    value.length() > 9 ? "a list of values" : value,
                    CSRF_MISMATCH,
                    posted().field(HEADER, value));
        }
        add("CSR-05", "an empty value", CSRF_MISSING, posted().field(HEADER, ""));
        add(
                "CSR-05",
                "two fields, equal",
                CSRF_MISSING,
                posted().field(HEADER, csrf).field(HEADER, csrf));
        add("CSR-05", "two fields", CSRF_MISSING, posted().field(HEADER, csrf).field(HEADER, "x"));
    }

    private void otherLogins() {
        add(
                "CSR-03",
                "the value of another user's login",
                CSRF_MISMATCH,
                posted().field(HEADER, cast.bob.csrf().orElseThrow()));
        add(
                "CSR-04",
                "the value of another login of the same user",
                CSRF_MISMATCH,
                posted().field(HEADER, cast.aliceElsewhere.csrf().orElseThrow()));
        add(
                "CSR-08",
                "a token without the claim, and no value",
                CSRF_MISSING,
                post(PATH).field("Cookie", cast.accessCookie() + "=" + cast.withoutCsrf));
        add(
                "CSR-08",
                "a token without the claim, and a value",
                CSRF_MISMATCH,
                post(PATH)
                        .field("Cookie", cast.accessCookie() + "=" + cast.withoutCsrf)
                        .field(HEADER, csrf));
        add("CSR-18", "the masked value", ALICE, posted().field(HEADER, CsrfMask.applied(csrf)));
        add(
                "CSR-18",
                "the mask of another value",
                CSRF_MISMATCH,
                posted().field(HEADER, CsrfMask.applied(cast.bob.csrf().orElseThrow())));
    }

    private void cookieOnly() {
        String tossed = "attackers-value-12345";
        add(
                "CSR-06",
                "the companion cookie only",
                CSRF_MISSING,
                post(PATH).field("Cookie", cookie + "; csrf_token=" + csrf));
        add(
                "CSR-07",
                "a tossed companion with an equal header",
                CSRF_MISMATCH,
                post(PATH)
                        .field("Cookie", cookie + "; csrf_token=" + tossed)
                        .field(HEADER, tossed));
        add(
                "CSR-07",
                "the companion of another login with an equal header",
                CSRF_MISMATCH,
                post(PATH)
                        .field(
                                "Cookie",
                                cookie + "; csrf_token=" + cast.bob.csrf().orElseThrow())
                        .field(HEADER, cast.bob.csrf().orElseThrow()));
    }

    private void overrides() {
        for (String header :
                List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            for (String id : List.of("CSR-09", "FRM-10")) {
                add(
                        id,
                        header + ": DELETE on GET",
                        CSRF_MISSING,
                        get(PATH).field("Cookie", cookie).field(header, "DELETE"));
                add(id, header + ": GET on POST", CSRF_MISSING, posted().field(header, "GET"));
            }
        }
        for (String query : List.of("_method=DELETE", "a=b&_method=delete", "%5Fmethod=PUT")) {
            add(
                    "CSR-09",
                    "?" + query + " on GET",
                    CSRF_MISSING,
                    get(PATH + "?" + query).field("Cookie", cookie));
        }
        add(
                "CSR-09",
                "?_method=GET on POST",
                CSRF_MISSING,
                post(PATH + "?_method=GET").field("Cookie", cookie));
        add("CSR-09", "_method=GET in a form", CSRF_MISSING, posted().form("_method=GET"));
        add(
                "CSR-09",
                "with the value",
                ALICE,
                posted().field("X-HTTP-Method-Override", "PUT").field(HEADER, csrf));
    }

    private void methods() {
        for (String method : List.of(
                "PUT",
                "PATCH",
                "DELETE",
                "PROPFIND",
                "LOCK",
                "QUERY",
                "post",
                "get",
                "FROBNICATE")) {
            RawRequest request = of(method, PATH).field("Cookie", cookie);
            all.add(attack("CSR-10", method + " without the value", CSRF_MISSING, request)
                    .orByServer());
            all.add(attack("CSR-10", method + " with the value", ALICE, request.field(HEADER, csrf))
                    .orByServer());
        }
        for (String method : List.of("HEAD", "OPTIONS", "TRACE")) {
            all.add(attack(
                            "CSR-10",
                            method + " needs none",
                            ALICE,
                            of(method, PATH).field("Cookie", cookie))
                    .orByServer());
        }
    }

    private void query() {
        for (String name : List.of(HEADER, "csrf_token", "csrf", "_csrf")) {
            add(
                    "CSR-11",
                    name + " in the query",
                    CSRF_MISSING,
                    post(PATH + "?" + name + "=" + csrf).field("Cookie", cookie));
        }
        add(
                "CSR-11",
                "in the query where forms are looked at",
                CSRF_MISSING,
                post(FORM + "?csrf_token=" + csrf).field("Cookie", cookie).form("a=b"));
    }

    private void form() {
        RawRequest request = post(FORM).field("Cookie", cookie);
        String field = "csrf_token=" + csrf;
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"csrf_token\"\r\n\r\n"
                + csrf + "\r\n--x--\r\n";
        add("CSR-12", "a form field", ALICE, request.form("a=b&" + field));
        add(
                "CSR-12",
                "a form field where forms are not looked at",
                CSRF_MISSING,
                posted().form(field));
        add("CSR-12", "the field twice, equal", CSRF_MISSING, request.form(field + "&" + field));
        add("CSR-12", "the field twice", CSRF_MISSING, request.form(field + "&csrf_token=x"));
        add("CSR-12", "the field empty", CSRF_MISSING, request.form("csrf_token="));
        add("CSR-12", "another value", CSRF_MISMATCH, request.form("csrf_token=x"));
        add(
                "CSR-12",
                "a wrong header before a good field",
                CSRF_MISMATCH,
                request.form(field).field(HEADER, "x"));
        add(
                "CSR-12",
                "a multipart body is no form",
                CSRF_MISSING,
                request.field("Content-Type", "multipart/form-data; boundary=x").body(multipart));
        add(
                "CSR-12",
                "a JSON body is no form",
                CSRF_MISSING,
                request.json("{\"csrf_token\":\"" + csrf + "\"}"));
        add(
                "CSR-12",
                "text is no form",
                CSRF_MISSING,
                request.field("Content-Type", "text/plain").body(field));
    }

    private void otherPlaces() {
        RawRequest junk = post(in(HEADERS, COOKIES)).bearer("x").field("Cookie", cookie);
        add("CSR-17", "a junk header before a good cookie", T401, junk);
        add(
                "CSR-17",
                "a junk header behind a good cookie",
                CSRF_MISSING,
                post(in(COOKIES, HEADERS)).bearer("x").field("Cookie", cookie));
        add(
                "CSR-17",
                "another scheme before a good cookie",
                CSRF_MISSING,
                post(in(HEADERS, COOKIES))
                        .field("Authorization", "Basic eDp5")
                        .field("Cookie", cookie));
        add("CSR-20", "a header token", ALICE, post(in(HEADERS)).bearer(cast.access()));
        add("CSR-20", "a query token", ALICE, post(in(QUERY_STRING) + "?jwt=" + cast.access()));
        add(
                "CSR-20",
                "a body token",
                ALICE,
                post(in(JSON)).json("{\"access_token\":\"" + cast.access() + "\"}"));
    }
}
