package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.MISSING;
import static dev.jeton.testkit.attack.Ruling.Q400;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/** The query location: LOC-07, LOC-16, LOC-17. */
final class ParameterRows {
    private static final String PATH = in(QUERY_STRING);

    private final String good;
    private final String other;
    private final List<HttpAttack> all = new ArrayList<>();

    ParameterRows(Cast cast) {
        good = cast.access();
        other = cast.bob.access();
    }

    List<HttpAttack> all() {
        several();
        enabled();
        elsewhere();
        return all;
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request)
                .and(ruling == MISSING ? any -> {} : ParameterRows::keptSecret));
    }

    private static void keptSecret(RawAnswer answer) {
        assertEquals("no-store", answer.value("Cache-Control"), "LOC-16");
        assertEquals("no-referrer", answer.value("Referrer-Policy"), "LOC-16");
    }

    private void several() {
        add(
                "LOC-07",
                "the parameter twice, equal",
                Q400,
                get(PATH + "?jwt=" + good + "&jwt=" + good));
        add("LOC-07", "the parameter twice", Q400, get(PATH + "?jwt=" + good + "&jwt=" + other));
        add(
                "LOC-07",
                "the parameter twice, once encoded",
                Q400,
                get(PATH + "?jwt=" + good + "&%6Awt=" + other));
        add(
                "LOC-07",
                "the parameter twice, once empty",
                Q400,
                get(PATH + "?jwt=" + good + "&jwt="));
        all.add(attack("LOC-07", "jwt[]", Q400, get(PATH + "?jwt[]=" + good)).orByServer());
        add("LOC-07", "jwt%5B%5D", Q400, get(PATH + "?jwt%5B%5D=" + good));
        add(
                "LOC-07",
                "jwt%5B0%5D beside jwt",
                Q400,
                get(PATH + "?jwt=" + good + "&jwt%5B0%5D=" + other));
        add("LOC-07", "jwt=a;jwt=b", Q400, get(PATH + "?jwt=" + good + ";jwt=" + other));
        add("LOC-07", "an empty parameter", Q400, get(PATH + "?jwt="));
        add("LOC-07", "a parameter without a value", Q400, get(PATH + "?jwt"));
        add(
                "LOC-07",
                "the parameter in query and form",
                Q400,
                post(PATH + "?jwt=" + good).form("jwt=" + good));
        add(
                "LOC-07",
                "another one in the form",
                Q400,
                post(PATH + "?jwt=" + good).form("a=b&jwt=" + other));
        add("LOC-07", "a form alone is no location", MISSING, post(PATH).form("jwt=" + good));
    }

    private void enabled() {
        add("LOC-16", "a parameter where it is enabled", ALICE, get(PATH + "?a=b&jwt=" + good));
        add("LOC-16", "a bad one", T401, get(PATH + "?jwt=x"));
        add("LOC-16", "off by default", MISSING, get("/admin?jwt=" + good));
        add(
                "LOC-16",
                "off where only headers are enabled",
                MISSING,
                get(in(HEADERS) + "?jwt=" + good));
        add("LOC-16", "the name has a case", MISSING, get(PATH + "?JWT=" + good + "&Jwt=" + good));
    }

    private void elsewhere() {
        all.add(HttpAttack.unreached("LOC-17", "a path parameter", get(PATH + ";jwt=" + good)));
        all.add(HttpAttack.unreached(
                "LOC-17",
                "a path parameter before another segment",
                get("/in;jwt=" + good + "/query_string")));
        all.add(HttpAttack.unreached("LOC-17", "a fragment", get(PATH + "#jwt=" + good)));
        add(
                "LOC-17",
                "a field of a multipart body",
                MISSING,
                post(PATH)
                        .field("Content-Type", "multipart/form-data; boundary=x")
                        .body("--x\r\nContent-Disposition: form-data; name=\"jwt\"\r\n\r\n" + good
                                + "\r\n--x--\r\n"));
    }
}
