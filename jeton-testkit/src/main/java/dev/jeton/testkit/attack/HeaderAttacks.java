package dev.jeton.testkit.attack;

import dev.jeton.testkit.attack.HostileToken.Route;
import dev.jeton.testkit.attack.HostileToken.Verdict;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Headers: HDR-01 to HDR-05, HDR-12 to HDR-20. All are signed by the right secret unless the row is about another key. */
final class HeaderAttacks {
    private final Target target;
    private final Attacks attacks;

    HeaderAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        embeddedKeys();
        addresses();
        certificates();
        extensions();
        algorithms();
        types();
        json();
        encodings();
        otherSpellings();
    }

    private void refused(String row, String label, String header) {
        attacks.refused(row, label, () -> target.signed(header).compact());
    }

    /** A header with HS256, the secret's kid and more. */
    private static String and(String more) {
        return Target.header("HS256", "hs").and(more);
    }

    private void embeddedKeys() {
        embeddedKey("RS256", target.attackersRsa);
        embeddedKey("ES256", target.attackersEc);
        String oct = "{\"kty\":\"oct\",\"k\":\"" + Target.base64(new byte[32]) + "\"}";
        attacks.refused(
                "HDR-01",
                "a secret of its own in jwk",
                () -> target.signed("{\"alg\":\"HS256\",\"jwk\":" + oct + "}")
                        .signed("HS256", new byte[32])
                        .compact());
        refused("HDR-01", "jwk null under the right MAC", and("\"jwk\":null"));
    }

    private void embeddedKey(String alg, KeyPair own) {
        String jwk = new KeyForms(own, alg, Target.kid(alg)).jwk();
        for (String kid : List.of("", ",\"kid\":\"" + Target.kid(alg) + "\"")) {
            String header = "{\"alg\":\"" + alg + "\"" + kid + ",\"jwk\":" + jwk + "}";
            attacks.refused(
                    "HDR-01",
                    alg + " with a key of its own in jwk" + (kid.isEmpty() ? "" : ", a real kid"),
                    () -> target.signed(header).signed(alg, own.getPrivate()).compact());
        }
    }

    /** Each address under the right MAC, and under the attacker's signature. */
    private void addresses() {
        for (String name : List.of("jku", "x5u")) {
            String row = name.equals("jku") ? "HDR-02" : "HDR-03";
            for (String address : List.of(
                    target.attacker + "/keys",
                    target.attacker + "/redirect?to=https://issuer.example/keys",
                    Target.ISSUER + "@" + target.attacker.replaceFirst("https?://", ""),
                    "http://169.254.169.254/latest/meta-data/",
                    "http://localhost:1/keys",
                    "file:///etc/passwd",
                    "jar:" + target.attacker + "/x.jar!/keys",
                    "ldap://127.0.0.1:1/o=keys")) {
                String member = "\"" + name + "\":\"" + address + "\"";
                refused(row, name + " " + scheme(address) + " under the right MAC", and(member));
                attacks.refused(
                        row,
                        name + " " + scheme(address) + " under the attacker's key",
                        () -> target.signed(Target.header("RS256", "attacker").and(member))
                                .signed("RS256", target.attackersRsa.getPrivate())
                                .compact());
            }
            refused(row, name + " null", and("\"" + name + "\":null"));
        }
    }

    private static String scheme(String address) {
        return "at " + address.replaceFirst("127\\.0\\.0\\.1:\\d+", "the attacker's port");
    }

    private void certificates() {
        String certificate = "\""
                + Base64.getEncoder().encodeToString(Certificates.selfSigned(target.attackersRsa))
                + "\"";
        for (String kid : List.of("rs", "attacker")) {
            String header = Target.header("RS256", kid).and("\"x5c\":[" + certificate + "]");
            attacks.refused(
                    "HDR-04",
                    "a self-signed certificate in x5c, kid " + kid,
                    () -> target.signed(header)
                            .signed("RS256", target.attackersRsa.getPrivate())
                            .compact());
        }
        refused("HDR-04", "x5c under the right MAC", and("\"x5c\":[" + certificate + "]"));
        String thumbprint = Target.base64(new byte[32]);
        attacks.accepted(
                "HDR-05",
                "x5t and x5t#S256 of no certificate play no part",
                () -> target.signed(and("\"x5t\":\"AAAA\",\"x5t#S256\":\"" + thumbprint + "\""))
                        .compact());
        attacks.refused(
                "HDR-05",
                "x5t#S256 does not choose the attacker's key",
                () -> target.signed(Target.header("RS256", "rs")
                                .and("\"x5t#S256\":\"" + thumbprint + "\""))
                        .signed("RS256", target.attackersRsa.getPrivate())
                        .compact());
    }

    private void extensions() {
        for (String crit : List.of(
                "[\"unknown\"]",
                "[]",
                "\"exp\"",
                "null",
                "{}",
                "[\"alg\"]",
                "[\"exp\"]",
                "[\"absent\"]",
                "[\"kid\",\"kid\"]",
                "[\"b64\"]",
                "[1]")) {
            refused("HDR-12", "crit " + crit.replace('"', '\''), and("\"crit\":" + crit));
        }
        refused("HDR-12", "crit names a parameter that is there", and("\"crit\":[\"x\"],\"x\":1"));
        refused("HDR-13", "b64 false", and("\"b64\":false"));
        refused("HDR-13", "b64 true", and("\"b64\":true"));
        refused("HDR-13", "b64 false and critical", and("\"b64\":false,\"crit\":[\"b64\"]"));
        attacks.refused(
                "HDR-13",
                "b64 false and critical, the payload not encoded",
                () -> target.macOver(
                        Target.base64(and("\"b64\":false,\"crit\":[\"b64\"]")),
                        target.claims().json()));
        refused("HDR-14", "zip DEF", and("\"zip\":\"DEF\""));
        refused("HDR-14", "enc A256GCM", and("\"enc\":\"A256GCM\""));
        refused("HDR-14", "zip null", and("\"zip\":null"));
    }

    private void algorithms() {
        for (String alg : List.of(
                "null",
                "256",
                "true",
                "[\"HS256\"]",
                "{\"HS256\":1}",
                "\"hs256\"",
                "\" HS256\"",
                "\"HS256 \"",
                "\"HS256\\u0000\"",
                "\"HS256\\n\"",
                "\"HmacSHA256\"",
                "\"\uFF28S256\"",
                "\"dir\"",
                "\"ES256K\"")) {
            refused(
                    "HDR-15",
                    "alg " + alg.replace('"', '\''),
                    "{\"alg\":" + alg + ",\"kid\":\"hs\"}");
        }
        refused("HDR-15", "no alg", "{\"kid\":\"hs\",\"typ\":\"JWT\"}");
        refused("HDR-15", "alg ALG", "{\"ALG\":\"HS256\",\"kid\":\"hs\"}");
        refused("HDR-15", "alg of 10,000 characters", "{\"alg\":\"" + "H".repeat(10_000) + "\"}");
    }

    private void types() {
        for (String typ : List.of(
                "\"dpop+jwt\"",
                "\"logout+jwt\"",
                "\"secevent+jwt\"",
                "\"JWE\"",
                "\"unknown\"",
                "\"\"",
                "\"JWT \"",
                "\"application/application/JWT\"",
                "null",
                "1",
                "[\"JWT\"]")) {
            refused("HDR-16", "typ " + typ.replace('"', '\''), and("\"typ\":" + typ));
        }
        refused("HDR-16", "cty JWT", and("\"cty\":\"JWT\""));
        refused("HDR-16", "cty jwt", and("\"cty\":\"jwt\""));
        refused("HDR-16", "cty a number", and("\"cty\":1"));
        for (String typ : List.of("JWT", "jwt", "at+jwt")) {
            attacks.accepted(
                    "HDR-16",
                    "typ '" + typ + "'",
                    () -> target.signed(and("\"typ\":\"" + typ + "\"")).compact());
        }
        attacks.add(
                "HDR-16",
                "typ at+jwt on a refresh token",
                Route.REFRESH,
                Verdict.INVALID,
                () -> target.signed(and("\"typ\":\"at+jwt\""))
                        .payload(target.claims().text("type", "refresh").json())
                        .compact());
    }

    private void json() {
        for (String members : List.of(
                "\"alg\":\"HS256\",\"alg\":\"none\"",
                "\"alg\":\"none\",\"alg\":\"HS256\"",
                "\"alg\":\"HS256\",\"alg\":\"HS256\"",
                "\"alg\":\"HS256\",\"\\u0061lg\":\"none\"",
                "\"\\u0061lg\":\"none\",\"alg\":\"HS256\"",
                "\"alg\":\"HS256\",\"x\":1,\"x\":1",
                "\"alg\":\"HS256\",\"x\":{\"a\":1,\"\\u0061\":2}")) {
            refused("HDR-17", members.replace('"', '\''), "{\"kid\":\"hs\"," + members + "}");
        }
        String good = Target.header("HS256", "hs").json();
        for (String header : List.of(
                "[" + good + "]",
                "\"HS256\"",
                "1",
                "null",
                "true",
                "{}",
                "",
                " ",
                "{}{}",
                good + "{}",
                good + " x",
                good + "\u0000",
                good.replace("}", ",}"),
                good.replace('"', '\''),
                good.replace("}", ""))) {
            refused(
                    "HDR-18",
                    header.isBlank() ? "blank" : header.replace('"', '\'').replace('\u0000', '0'),
                    header);
        }
    }

    private void encodings() {
        String good = Target.header("HS256", "hs").json();
        for (Charset charset : List.of(
                StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            bytes(charset.name().toUpperCase(Locale.ROOT), good.getBytes(charset));
        }
        bytes("a byte order mark", ("\uFEFF" + good).getBytes(StandardCharsets.UTF_8));
        bytes("invalid UTF-8", around((byte) 0xfc));
        bytes("a byte that continues nothing", around((byte) 0x80));
        bytes("an overlong slash", around((byte) 0xc0, (byte) 0xaf));
        bytes("an overlong NUL", around((byte) 0xc0, (byte) 0x80));
        bytes("a surrogate in UTF-8", around((byte) 0xed, (byte) 0xa0, (byte) 0x80));
        bytes("a character beyond Unicode", around((byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte)
                0x80));
        refused("HDR-19", "an escaped lone surrogate", and("\"x\":\"\\ud800\""));
    }

    private void bytes(String label, byte[] header) {
        attacks.refused("HDR-19", label, () -> target.good().header(header).compact());
    }

    private static byte[] around(byte... middle) {
        return EllipticCurve.joined(
                "{\"alg\":\"HS256\",\"kid\":\"hs\",\"x\":\"".getBytes(StandardCharsets.UTF_8),
                middle,
                "\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void otherSpellings() {
        for (String header : List.of(
                " { \"kid\" : \"hs\" ,\r\n\t\"alg\" : \"HS256\" } ",
                "{\"kid\":\"hs\",\"typ\":\"JWT\",\"alg\":\"HS256\"}",
                "{\"\\u0061lg\":\"HS\\u00325\\u0036\",\"kid\":\"\\u0068s\"}",
                "{\"alg\":\"HS256\",\"kid\":\"hs\",\"x\":{\"y\":[1,null]}}")) {
            attacks.accepted(
                    "HDR-20",
                    header.replace('"', '\'').replaceAll("\\s+", " "),
                    () -> target.signed(header).compact());
        }
    }
}
