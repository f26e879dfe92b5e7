package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.AttackApplication.optionalIn;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.ANONYMOUS;
import static dev.jeton.testkit.attack.Ruling.MISSING;
import static dev.jeton.testkit.attack.Ruling.Q400;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import java.util.ArrayList;
import java.util.List;

/** The header location: LOC-03 to LOC-05, LOC-11, LOC-12, LOC-18, SIG-09, ENC-17, FRM-29. */
final class HeaderRows {
    private static final String PATH = in(HEADERS);

    private final Cast cast;
    private final String good;
    private final List<HttpAttack> all = new ArrayList<>();

    HeaderRows(Cast cast) {
        this.cast = cast;
        this.good = cast.access();
    }

    List<HttpAttack> all() {
        repeated();
        lists();
        otherSchemes();
        spellings();
        controls();
        otherFields();
        encoded();
        remembered();
        return all;
    }

    private static RawRequest with(String value) {
        return get(PATH).field("Authorization", value);
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request));
    }

    private void repeated() {
        add(
                "LOC-03",
                "two equal Authorization fields",
                Q400,
                get(PATH).bearer(good).bearer(good));
        add(
                "LOC-03",
                "two different Authorization fields",
                Q400,
                get(PATH).bearer(good).bearer(cast.bob.access()));
        add("LOC-03", "a bad and a good field", Q400, get(PATH).bearer("x").bearer(good));
        add(
                "LOC-03",
                "the field in two spellings",
                Q400,
                get(PATH).bearer(good).field("authorization", "Bearer " + good));
        add(
                "LOC-03",
                "a field of another scheme before ours",
                Q400,
                get(PATH).field("Authorization", "Basic YTpi").bearer(good));
        add(
                "LOC-03",
                "an empty field behind ours",
                Q400,
                get(PATH).bearer(good).field("Authorization", ""));
        add(
                "LOC-03",
                "two fields where a token is optional",
                Q400,
                get(optionalIn(HEADERS)).bearer(good).bearer(good));
    }

    private void lists() {
        String bob = cast.bob.access();
        add("LOC-04", "Bearer a, Bearer b", Q400, with("Bearer " + good + ", Bearer " + bob));
        add("LOC-04", "Bearer a,Bearer a", Q400, with("Bearer " + good + ",Bearer " + good));
        add("LOC-04", "Bearer a, b", Q400, with("Bearer " + good + ", " + bob));
        add("LOC-04", "a comma behind the token", Q400, with("Bearer " + good + ","));
        add("LOC-04", "a comma before the token", Q400, with("Bearer ," + good));
    }

    private void otherSchemes() {
        add("LOC-05", "Basic alone is absence", MISSING, with("Basic YWxpY2U6c2VjcmV0"));
        add(
                "LOC-05",
                "Basic alone, where a token is optional",
                ANONYMOUS,
                get(optionalIn(HEADERS)).field("Authorization", "Basic YWxpY2U6c2VjcmV0"));
        add(
                "LOC-05",
                "Basic alone, and a cookie",
                ALICE,
                get(in(HEADERS, COOKIES))
                        .field("Authorization", "Basic YWxpY2U6c2VjcmV0")
                        .field("Cookie", cast.accessCookie() + "=" + good));
        add("LOC-05", "Basic x, Bearer y in one field", Q400, with("Basic x, Bearer " + good));
        add("LOC-05", "Basic x,Bearer y", Q400, with("Basic x,Bearer " + good));
        add(
                "LOC-05",
                "parameters of Digest before Bearer",
                Q400,
                with("Digest username=\"alice\", realm=\"x\", bearer " + good));
        add("LOC-05", "a longer scheme is another one", MISSING, with("BearerX " + good));
    }

    private void spellings() {
        add("LOC-11", "bearer", ALICE, with("bearer " + good));
        add("LOC-11", "BEARER", ALICE, with("BEARER " + good));
        add(
                "LOC-11",
                "the field's name in capitals",
                ALICE,
                get(PATH).field("AUTHORIZATION", "Bearer " + good));
        add("LOC-11", "Bearer alone", Q400, with("Bearer"));
        add("LOC-11", "Bearer and a blank", Q400, with("Bearer "));
        add("LOC-11", "no blank behind Bearer", T401, with("Bearer" + good));
        add("LOC-11", "a tab behind Bearer", Q400, with("Bearer\t" + good));
        add("LOC-11", "two blanks behind Bearer", Q400, with("Bearer  " + good));
        add("LOC-11", "a blank and a tab behind Bearer", Q400, with("Bearer \t" + good));
        add("LOC-11", "junk behind the token", Q400, with("Bearer " + good + " junk"));
        add("LOC-11", "a parameter behind the token", T401, with("Bearer " + good + ";q=1"));
        add("LOC-11", "Bearer twice", Q400, with("Bearer Bearer " + good));
        add("LOC-11", "the token alone", MISSING, with(good));
    }

    private void controls() {
        String half = good.substring(0, 40);
        String rest = good.substring(40);
        String[][] controls = {
            {"CR", "\r"}, {"LF", "\n"}, {"NUL", "\0"}, {"DEL", "\u007f"}, {"ESC", "\u001b"}
        };
        for (String[] control : controls) {
            all.add(attack(
                            "LOC-12",
                            control[0] + " within the token",
                            Q400,
                            with("Bearer " + half + control[1] + rest))
                    .orByServer());
        }
        all.add(attack("LOC-12", "NUL behind the token", Q400, with("Bearer " + good + "\0"))
                .orByServer());
        all.add(attack(
                        "LOC-12",
                        "a line folded within the token",
                        Q400,
                        with("Bearer " + half + "\r\n " + rest))
                .orByServer());
        all.add(attack(
                        "LOC-12",
                        "a line folded within the token, by a tab",
                        Q400,
                        with("Bearer " + half + "\r\n\t" + rest))
                .orByServer());
    }

    private void otherFields() {
        for (String name : List.of(
                "Authorization_",
                "X-Authorization",
                "Proxy-Authorization",
                "Authentication",
                "X_Authorization")) {
            add(
                    "LOC-18",
                    name + " is not looked at",
                    MISSING,
                    get(PATH).field(name, "Bearer " + good));
        }
        all.add(attack(
                        "LOC-18",
                        "a blank before the colon",
                        MISSING,
                        get(PATH).line("Authorization : Bearer " + good))
                .orByServer());
        String other = "/by/" + Jetons.OTHER_FIELD;
        add(
                "LOC-18",
                "X-Authorization, where it is configured",
                ALICE,
                get(other).field("X-Authorization", "Bearer " + good));
        add(
                "LOC-18",
                "Authorization, where another is configured",
                MISSING,
                get(other).bearer(good));
    }

    private void encoded() {
        add("ENC-17", "a quoted token", T401, with("Bearer \"" + good + "\""));
        add("ENC-17", "dots as %2E", T401, with("Bearer " + good.replace(".", "%2E")));
        add("ENC-17", "Bearer%20", T401, with("Bearer%20" + good));
    }

    /** Servers may keep the fields of a connection, to save reading them again. */
    private void remembered() {
        int signature = good.lastIndexOf('.');
        String other = good.substring(0, signature) + inOtherCase(good.substring(signature));
        add("FRM-29", "a token for the connection to remember", ALICE, with("Bearer " + good));
        add("FRM-29", "the token in another case behind it", T401, with("Bearer " + other));
        String cookie = cast.accessCookie() + "=";
        RawRequest request = get(in(COOKIES));
        add(
                "FRM-29",
                "a cookie for the connection to remember",
                ALICE,
                request.field("Cookie", cookie + good));
        add(
                "FRM-29",
                "the cookie in another case behind it",
                T401,
                request.field("Cookie", cookie + other));
    }

    private static String inOtherCase(String text) {
        StringBuilder other = new StringBuilder();
        for (char c : text.toCharArray()) {
            other.append(
                    Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return other.toString();
    }
}
