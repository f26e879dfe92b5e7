package dev.jeton.testkit.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Payloads under the right MAC: ENC-11 to ENC-16, ENC-18 to ENC-20. */
final class JsonAttacks {
    private final Target target;
    private final Attacks attacks;

    JsonAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        notAnObject();
        duplicates();
        encodings();
        strictness();
        depth();
        numbers();
        plainData();
        manyMembers();
        legalEdges();
    }

    private void refused(String row, String label, String payload) {
        attacks.refused(row, label, () -> target.good().payload(payload).compact());
    }

    /** Good claims and one more member, as JSON that need not be good. */
    private String and(String more) {
        return target.claims().and(more);
    }

    private void notAnObject() {
        String good = target.claims().json();
        for (String payload :
                List.of("", " ", "null", "true", "1", "\"text\"", "[]", "text", "{}", "{")) {
            refused("ENC-11", "the payload '" + payload.replace('"', '\'') + "'", payload);
        }
        refused("ENC-11", "an array of good claims", "[" + good + "]");
        refused("ENC-11", "good claims as a string", '"' + good.replace("\"", "\\\"") + '"');
    }

    private void duplicates() {
        for (String member : List.of(
                "\"sub\":\"admin\"",
                "\"s\\u0075b\":\"admin\"",
                "\"exp\":9999999999",
                "\"typ\\u0065\":\"access\"",
                "\"x\":1,\"x\":1",
                "\"x\":{\"a\":1,\"a\":1}",
                "\"x\":[{\"a\":1,\"\\u0061\":1}]",
                "\"\":1,\"\":2")) {
            refused("ENC-12", "a second " + member.replace('"', '\''), and(member));
        }
    }

    private void encodings() {
        for (String text :
                List.of("\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "\\ud800x")) {
            refused("ENC-13", "the escapes " + text + " in a value", and("\"x\":\"" + text + "\""));
            refused("ENC-13", "the escapes " + text + " in a name", and("\"" + text + "\":1"));
        }
        bytes("an overlong NUL", (byte) 0xc0, (byte) 0x80);
        bytes("an overlong slash", (byte) 0xc0, (byte) 0xaf);
        bytes("a byte that begins nothing", (byte) 0xff);
        bytes("a sequence cut short", (byte) 0xe2, (byte) 0x82);
        bytes("a surrogate in UTF-8", (byte) 0xed, (byte) 0xa0, (byte) 0x80);
        bytes("a character beyond Unicode", (byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80);
        attacks.refused(
                "ENC-13",
                "a byte order mark",
                () -> target.good().payload("\uFEFF" + target.claims().json()).compact());
        attacks.refused(
                "ENC-13",
                "UTF-16",
                () -> target.good()
                        .payload(target.claims().json().getBytes(StandardCharsets.UTF_16LE))
                        .compact());
    }

    private void bytes(String label, byte... middle) {
        String[] around = and("\"x\":\"|\"").split("\\|");
        attacks.refused(
                "ENC-13",
                label,
                () -> target.good()
                        .payload(EllipticCurve.joined(
                                around[0].getBytes(StandardCharsets.UTF_8),
                                middle,
                                around[1].getBytes(StandardCharsets.UTF_8)))
                        .compact());
    }

    private void strictness() {
        String good = target.claims().json();
        for (String behind : List.of("{}", "x", ",", "}", "\u0000", "//", "null")) {
            refused(
                    "ENC-14",
                    "'" + behind.replace('\u0000', '0') + "' behind the object",
                    good + behind);
        }
        for (String member : List.of(
                "\"x\":NaN",
                "\"x\":Infinity",
                "\"x\":-Infinity",
                "\"x\":0x1",
                "\"x\":01",
                "\"x\":-01",
                "\"x\":+1",
                "\"x\":.5",
                "\"x\":1.",
                "\"x\":1e",
                "\"x\":1_000",
                "\"x\":'text'",
                "'x':1",
                "x:1",
                "\"x\":undefined",
                "\"x\":True",
                "\"x\":1,",
                ",\"x\":1",
                "\"x\":[1,]",
                "\"x\":[,1]",
                "\"x\"",
                "\"x\":",
                "\"x\":1 \"y\":2",
                "\"x\":\"\\x41\"",
                "\"x\":\"\\u00g0\"",
                "\"x\":\"a\tb\"",
                "\"x\":\"a\nb\"",
                "\"x\":1/**/",
                "/**/\"x\":1",
                "\"x\":1//\n",
                "#\n\"x\":1",
                "\u00a0\"x\":1",
                "\u000b\"x\":1")) {
            refused("ENC-14", "the member " + printable(member), and(member));
        }
    }

    private static String printable(String text) {
        return text.chars()
                .mapToObj(c -> c == '"' ? "'" : c < ' ' || c > '~' ? "?" : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private void depth() {
        for (int depth : new int[] {33, 101, 1_000, 10_000}) {
            refused(
                    "ENC-15",
                    "arrays " + depth + " deep",
                    and("\"x\":" + nested(depth - 1, "[", "]")));
            refused(
                    "ENC-15",
                    "objects " + depth + " deep",
                    and("\"x\":" + nested(depth - 1, "{\"a\":", "}")));
        }
        refused(
                "ENC-15",
                "1,500 brackets that are never closed",
                and("\"x\":" + "[".repeat(1_500)));
        attacks.accepted(
                "ENC-15",
                "arrays 32 deep",
                () -> target.good()
                        .payload(and("\"x\":" + nested(31, "[", "]")))
                        .compact());
    }

    private static String nested(int depth, String open, String close) {
        return open.repeat(depth) + (open.startsWith("{") ? "1" : "") + close.repeat(depth);
    }

    private void numbers() {
        for (String number : List.of(
                "1e400",
                "-1e400",
                "1e1000000",
                "1E+2147483647",
                "1e-1000000",
                "1E-2147483648",
                "-0",
                "-0.0",
                "-0e1",
                "9".repeat(5_000),
                "0." + "9".repeat(5_000),
                "1e99999999999999999999",
                "1" + "0".repeat(32))) {
            for (String claim : List.of("exp", "iat", "nbf", "x")) {
                String name = number.length() > 40 ? number.length() + " characters" : number;
                attacks.refused(
                        "ENC-16",
                        name + " in " + claim,
                        () -> target.claiming(target.claims().with(claim, number))
                                .compact());
            }
        }
    }

    private void plainData() {
        for (String member : List.of(
                "\"@type\":\"javax.naming.InitialContext\"",
                "\"@class\":\"com.sun.rowset.JdbcRowSetImpl\"",
                "\"x\":[\"java.lang.ProcessBuilder\",{\"command\":[\"true\"]}]",
                "\"__proto__\":{\"admin\":true}",
                "\"constructor\":{\"prototype\":{\"admin\":true}}",
                "\"class.module.classLoader\":\"x\"",
                "\"$ref\":\"https://attacker.example\"")) {
            attacks.accepted(
                    "ENC-18",
                    member.replace('"', '\''),
                    () -> target.good().payload(and(member)).compact());
        }
        attacks.refused(
                "ENC-18",
                "a claim sub as a bean",
                () -> target.claiming(target.claims()
                                .with(
                                        "sub",
                                        "{\"@class\":\"java.lang.String\",\"value\":\"admin\"}"))
                        .compact());
    }

    /** As many members as the longest token holds, and names of one {@link String#hashCode}. */
    private void manyMembers() {
        String many = IntStream.range(0, 700)
                .mapToObj(i -> String.format("\"%03d\":0", i))
                .collect(Collectors.joining(","));
        attacks.accepted(
                "ENC-19", "700 members", () -> target.good().payload(and(many)).compact());
        String colliding = IntStream.range(0, 256)
                .mapToObj(i -> String.format("\"%s\":0", colliding(i)))
                .collect(Collectors.joining(","));
        attacks.accepted(
                "ENC-19",
                "256 members of one hash code",
                () -> target.good().payload(and(colliding)).compact());
        String tooMany = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"" + i + "\":0")
                .collect(Collectors.joining(","));
        refused("ENC-19", "10,000 members", and(tooMany));
    }

    /** Eight pairs of letters, each pair of the hash code of the other: "Aa" and "BB". */
    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 8; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private void legalEdges() {
        for (String member : List.of(
                "\"caf\u00e9\":\"na\u00efve\"",
                "\"x\":\"\ud83d\ude00\"",
                "\"x\":\"\\ud83d\\ude00\"",
                "\"\":\"\"",
                "\"x\":\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"",
                "\"x\":\"\\u0000\"",
                "\"x\":[null,true,false,0,1.5,-1,1e3,1E-3,{}]",
                " \t\r\n\"x\" : 1 ",
                "\"x\":9223372036854775808")) {
            attacks.accepted(
                    "ENC-20",
                    "the member " + printable(member),
                    () -> target.good().payload(and(member)).compact());
        }
    }
}
