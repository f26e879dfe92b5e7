package dev.jeton.testkit.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names of keys: HDR-06 to HDR-11. */
final class KidAttacks {
    private final Target target;
    private final Attacks attacks;

    KidAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        files();
        injections();
        mistyped();
        unknown();
        odd();
    }

    /** Signed as if the file had been read as a secret: /dev/null is an empty one. */
    private void files() {
        for (String kid : List.of(
                "../../../../dev/null",
                "../../../../../../../../dev/null",
                "/dev/null",
                "file:///dev/null",
                "C:\\\\Windows\\\\win.ini",
                "..\\\\..\\\\..\\\\nul",
                "/proc/sys/kernel/randomize_va_space",
                "",
                " ")) {
            for (String secret : List.of("", "2\n")) {
                attacks.refused(
                        "HDR-06",
                        "kid '" + kid + "', signed with "
                                + (secret.isEmpty() ? "nothing" : "the file"),
                        () -> target.signed(Target.header("HS256", kid).json())
                                .signed("HS256", secret.getBytes(StandardCharsets.US_ASCII))
                                .compact());
            }
            underTheRightMac("HDR-06", kid);
        }
    }

    private void injections() {
        for (String kid : List.of(
                "x' UNION SELECT '1';--",
                "hs' OR '1'='1",
                "hs'--",
                "*)(uid=*",
                "${jndi:ldap://127.0.0.1:1/x}",
                "#{T(java.lang.Runtime)}",
                "{{7*7}}",
                "|sleep 10",
                "$(sleep 10)",
                "hs;sleep 10",
                "hs\\r\\nDEL *",
                "hs%00",
                "*",
                "<script>",
                "http://127.0.0.1:1/key")) {
            underTheRightMac("HDR-07", kid);
            attacks.refused(
                    "HDR-07",
                    "kid '" + kid + "', signed with '1'",
                    () -> target.signed(Target.header("HS256", kid).json())
                            .signed("HS256", new byte[] {'1'})
                            .compact());
        }
    }

    private void underTheRightMac(String row, String kid) {
        attacks.refused(
                row,
                "kid '" + kid + "' under the right MAC",
                () -> target.signed(Target.header("HS256", kid).json()).compact());
    }

    private void mistyped() {
        for (String kid :
                List.of("null", "1", "0", "1.5", "true", "[\"hs\"]", "[]", "{\"hs\":1}", "{}")) {
            attacks.refused(
                    "HDR-08",
                    "kid " + kid.replace('"', '\''),
                    () -> target.signed(Claims.none()
                                    .text("alg", "HS256")
                                    .with("kid", kid)
                                    .json())
                            .compact());
        }
    }

    private void unknown() {
        underTheRightMac("HDR-09", "unknown");
        for (String kid : List.of("hs", "es", "unknown")) {
            attacks.refused(
                    "HDR-09",
                    "kid '" + kid + "' on a token of the key rs",
                    () -> target.good("RS256")
                            .header(Target.header("RS256", kid).json())
                            .compact());
        }
        attacks.refused(
                "HDR-09",
                "kid rs on a token of the key rs-2",
                () -> target.good("RS256")
                        .signed("RS256", target.secondRsa.getPrivate())
                        .compact());
        for (String key : List.of("rs", "rs-2")) {
            attacks.refused(
                    "HDR-09",
                    "no kid on a token of " + key + ", one of two keys for RS256",
                    () -> target.signed("{\"alg\":\"RS256\"}")
                            .signed(
                                    "RS256",
                                    (key.equals("rs") ? target.rsa : target.secondRsa).getPrivate())
                            .compact());
        }
        attacks.accepted(
                "HDR-09",
                "no kid where one key has the algorithm",
                () -> target.signed("{\"alg\":\"HS256\"}").compact());
    }

    private void odd() {
        long kibibytes = 1024;
        for (long length : List.of(257L, 900L, 8 * kibibytes, 1024 * kibibytes)) {
            attacks.refused(
                    "HDR-10",
                    "a kid of " + length + " characters",
                    () -> target.signed(Target.header("HS256", "k".repeat((int) length))
                                    .json())
                            .compact());
        }
        for (String kid : List.of(
                "hs\\r\\nforged: log line",
                "\\u001b[31mhs",
                "\\u202ehs",
                "hs\\u0000",
                "\\u2028hs",
                "\\ufeffhs")) {
            underTheRightMac("HDR-10", kid);
        }
        for (String kid : List.of(
                "HS", "Hs", "hs ", " hs", "\\uff48\\uff53", "h\\u017f", "h\\u200bs", "h\\u0301s")) {
            underTheRightMac("HDR-11", kid);
        }
    }
}
