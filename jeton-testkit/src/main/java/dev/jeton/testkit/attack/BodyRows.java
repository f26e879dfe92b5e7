package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.AttackApplication.optionalIn;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.ANONYMOUS;
import static dev.jeton.testkit.attack.Ruling.MISSING;
import static dev.jeton.testkit.attack.Ruling.Q400;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.web.Location.JSON;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The body location: LOC-08 to LOC-10. */
final class BodyRows {
    private static final String PATH = in(JSON);
    private static final int LIMIT = 65_536;

    private final String good;
    private final String member;
    private final String object;
    private final List<HttpAttack> all = new ArrayList<>();

    BodyRows(Cast cast) {
        good = cast.access();
        member = "\"access_token\":\"" + good + "\"";
        object = "{" + member + "}";
    }

    List<HttpAttack> all() {
        unreadable();
        charsets();
        otherTypes();
        sizes();
        return all;
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request));
    }

    private void unreadable() {
        add("LOC-08", "a good object", ALICE, post(PATH).json(object));
        add(
                "LOC-08",
                "the member twice, equal",
                Q400,
                post(PATH).json("{" + member + "," + member + "}"));
        add(
                "LOC-08",
                "the member twice",
                Q400,
                post(PATH).json("{" + member + ",\"access_token\":\"x\"}"));
        add(
                "LOC-08",
                "the member twice, once escaped",
                Q400,
                post(PATH).json("{" + member + ",\"\\u0061ccess_token\":\"x\"}"));
        add(
                "LOC-08",
                "another member twice",
                Q400,
                post(PATH).json("{" + member + ",\"a\":1,\"a\":2}"));
        for (String value :
                List.of("1", "null", "true", "[]", "{}", "\"\"", "[\"" + good + "\"]")) {
            add(
                    "LOC-08",
                    "the member is " + (value.length() > 9 ? "a list of tokens" : value),
                    Q400,
                    post(PATH).json("{\"access_token\":" + value + "}"));
        }
        add("LOC-08", "an array", Q400, post(PATH).json("[" + object + "]"));
        add("LOC-08", "a text", Q400, post(PATH).json("\"" + good + "\""));
        add("LOC-08", "half an object", Q400, post(PATH).json("{" + member));
        add("LOC-08", "something behind the object", Q400, post(PATH).json(object + "{}"));
        add("LOC-08", "a comment", Q400, post(PATH).json("/* */" + object));
        add(
                "LOC-08",
                "an object without the member",
                MISSING,
                post(PATH).json("{\"token\":\"x\"}"));
        add("LOC-08", "a bad token", T401, post(PATH).json("{\"access_token\":\"x\"}"));
    }

    private void charsets() {
        add("LOC-08", "a byte order mark", Q400, post(PATH).json("\ufeff" + object));
        add(
                "LOC-08",
                "bytes that are no UTF-8",
                Q400,
                post(PATH)
                        .field("Content-Type", "application/json")
                        .body(("{" + member + ",\"a\":\"\u00e9\"}")
                                .getBytes(StandardCharsets.ISO_8859_1)));
        add(
                "LOC-08",
                "UTF-16",
                Q400,
                post(PATH)
                        .field("Content-Type", "application/json")
                        .body(object.getBytes(StandardCharsets.UTF_16)));
        for (String charset : List.of("utf-16", "iso-8859-1", "us-ascii", "x-unknown")) {
            add(
                    "LOC-08",
                    "charset=" + charset,
                    Q400,
                    post(PATH)
                            .field("Content-Type", "application/json; charset=" + charset)
                            .body(object));
        }
        for (String type : List.of(
                "application/json;charset=utf-8",
                "Application/JSON; charset=\"UTF-8\"",
                "application/json ; a=b")) {
            add("LOC-08", type, ALICE, post(PATH).field("Content-Type", type).body(object));
        }
    }

    private void otherTypes() {
        for (String type : List.of(
                "text/plain",
                "application/jsonx",
                "application/vnd.api+json",
                "text/json",
                "application/x-www-form-urlencoded",
                "text/plain; application/json",
                "application/json, text/plain",
                "")) {
            add(
                    "LOC-09",
                    "type \"" + type + "\" is not read",
                    MISSING,
                    post(PATH).field("Content-Type", type).body(object));
        }
        add("LOC-09", "a body without a type is not read", MISSING, post(PATH).body(object));
        all.add(attack(
                        "LOC-09",
                        "two types are none",
                        MISSING,
                        post(PATH).field("Content-Type", "text/plain").json(object))
                .orByServer());
        add(
                "LOC-09",
                "text/plain where a token is optional",
                ANONYMOUS,
                post(optionalIn(JSON)).field("Content-Type", "text/plain").body(object));
        add("LOC-09", "no body at all", MISSING, get(PATH));
    }

    private void sizes() {
        String rest = ",\"a\":\"\"}";
        int room = LIMIT - 1 - member.length() - rest.length();
        String full = "{" + member + ",\"a\":\"" + "x".repeat(room) + "\"}";
        add(
                "LOC-10",
                "a body of 64 KiB, which the handler reads too",
                ALICE,
                post(PATH).json(full));
        add("LOC-10", "one byte more", Q400, post(PATH).json(full + " "));
        add(
                "LOC-10",
                "a megabyte",
                Q400,
                post(PATH).json("{" + member + ",\"a\":\"" + "x".repeat(1 << 20) + "\"}"));
        add(
                "LOC-10",
                "a long body of another type is the handler's",
                ANONYMOUS,
                post(optionalIn(JSON))
                        .field("Content-Type", "text/plain")
                        .body("x".repeat(200_000)));
    }
}
