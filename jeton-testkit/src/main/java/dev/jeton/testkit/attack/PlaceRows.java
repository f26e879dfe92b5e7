package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.BOB;
import static dev.jeton.testkit.attack.Ruling.EXPIRED;
import static dev.jeton.testkit.attack.Ruling.Q400;
import static dev.jeton.testkit.attack.Ruling.REVOKED;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.testkit.attack.Ruling.WRONG_TYPE;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens in several locations at once: LOC-01, LOC-02, LOC-13. */
final class PlaceRows {
    private final Cast cast;
    private final String alice;
    private final String bob;
    private final List<HttpAttack> all = new ArrayList<>();

    PlaceRows(Cast cast) {
        this.cast = cast;
        this.alice = cast.access();
        this.bob = cast.bob.access();
    }

    List<HttpAttack> all() {
        order();
        headerAndQuery();
        bodyUnread();
        noRescue();
        return all;
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request));
    }

    private RawRequest cookie(RawRequest request, String token) {
        return request.field("Cookie", cast.accessCookie() + "=" + token);
    }

    private void order() {
        add(
                "LOC-01",
                "header before cookie",
                ALICE,
                cookie(get(in(HEADERS, COOKIES)).bearer(alice), bob));
        add(
                "LOC-01",
                "cookie before header",
                BOB,
                cookie(get(in(COOKIES, HEADERS)).bearer(alice), bob));
        add(
                "LOC-01",
                "the location that is not enabled is not looked at",
                ALICE,
                cookie(get(in(HEADERS)).bearer(alice), bob));
        add(
                "LOC-01",
                "cookie before query",
                BOB,
                cookie(get(in(COOKIES, QUERY_STRING) + "?jwt=" + alice), bob));
        add(
                "LOC-01",
                "query before cookie",
                ALICE,
                cookie(get(in(QUERY_STRING, COOKIES) + "?jwt=" + alice), bob));
        add(
                "LOC-01",
                "the cookie behind a header does not ask for its CSRF value",
                ALICE,
                cookie(post(in(HEADERS, COOKIES)).bearer(alice), bob));
        add(
                "LOC-01",
                "two cookies behind a header are not ambiguous",
                ALICE,
                cookie(cookie(get(in(HEADERS, COOKIES)).bearer(alice), bob), alice));
    }

    private void headerAndQuery() {
        for (String path : List.of(in(HEADERS, QUERY_STRING), in(QUERY_STRING, HEADERS))) {
            add(
                    "LOC-02",
                    "equal tokens, " + path,
                    Q400,
                    get(path + "?jwt=" + alice).bearer(alice));
            add(
                    "LOC-02",
                    "different tokens, " + path,
                    Q400,
                    get(path + "?jwt=" + bob).bearer(alice));
            add(
                    "LOC-02",
                    "a bad token in the query, " + path,
                    Q400,
                    get(path + "?jwt=x").bearer(alice));
            add(
                    "LOC-02",
                    "a bad token in the header, " + path,
                    Q400,
                    get(path + "?jwt=" + alice).bearer("x"));
            add("LOC-02", "one of them alone, " + path, ALICE, get(path).bearer(alice));
            add("LOC-02", "the other alone, " + path, ALICE, get(path + "?jwt=" + alice));
        }
        add(
                "LOC-02",
                "a parameter of the query where only the header is enabled",
                ALICE,
                get(in(HEADERS) + "?jwt=" + bob).bearer(alice));
    }

    private void bodyUnread() {
        String path = in(HEADERS, JSON);
        String good = "{\"access_token\":\"" + bob + "\"}";
        add(
                "LOC-02",
                "a body behind a header is not read",
                ALICE,
                post(path).bearer(alice).json("{"));
        add("LOC-02", "nor does it count", ALICE, post(path).bearer(alice).json(good));
        add("LOC-02", "nor does it rescue", T401, post(path).bearer("x").json(good));
        add(
                "LOC-02",
                "a body is read first where it stands first",
                BOB,
                post(in(JSON, HEADERS)).bearer(alice).json(good));
    }

    private void noRescue() {
        Map<String, Ruling> bad = new LinkedHashMap<>();
        bad.put("x", T401);
        bad.put(cast.forged, T401);
        bad.put(cast.expired, EXPIRED);
        bad.put(cast.revoked, REVOKED);
        bad.put(cast.refresh(), WRONG_TYPE);
        int number = 0;
        for (Map.Entry<String, Ruling> entry : bad.entrySet()) {
            String token = entry.getKey();
            Ruling ruling = entry.getValue();
            String what = entry.getValue().code() + " " + ++number;
            add(
                    "LOC-13",
                    "header " + what + ", good cookie",
                    ruling,
                    cookie(get(in(HEADERS, COOKIES)).bearer(token), alice));
            add(
                    "LOC-13",
                    "cookie " + what + ", good header",
                    ruling,
                    cookie(get(in(COOKIES, HEADERS)).bearer(alice), token));
            add(
                    "LOC-13",
                    "query " + what + ", good cookie",
                    ruling,
                    cookie(get(in(QUERY_STRING, COOKIES) + "?jwt=" + token), alice));
            add(
                    "LOC-13",
                    "body " + what + ", good header",
                    ruling,
                    post(in(JSON, HEADERS))
                            .json("{\"access_token\":\"" + token + "\"}")
                            .bearer(alice));
        }
        add(
                "LOC-13",
                "Bearer alone, good cookie",
                Q400,
                cookie(get(in(HEADERS, COOKIES)).field("Authorization", "Bearer"), alice));
        add(
                "LOC-13",
                "an empty cookie, good header",
                Q400,
                cookie(get(in(COOKIES, HEADERS)).bearer(alice), ""));
        add(
                "LOC-13",
                "an unreadable body, good header",
                Q400,
                post(in(JSON, HEADERS)).json("{").bearer(alice));
    }
}
