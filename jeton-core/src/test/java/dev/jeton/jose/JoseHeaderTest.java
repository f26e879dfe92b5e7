package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Headers, each under a good signature of the key they name: only the header can be what is refused. */
class JoseHeaderTest {
    private static final JwsKey KEY = TestKeys.of(JwsAlgorithm.HS256);
    private static final JwsVerifier VERIFIER = Jws.verifier(KEY);

    private static void assertRefused(String header, Reason reason) {
        Jws.assertRefused(VERIFIER, Jws.signed(KEY, header, "{}"), reason);
    }

    private static JoseHeader read(String header) {
        return VERIFIER.verify(Jws.signed(KEY, header, "{}")).header();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HDR-01 | jwk | {\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "HDR-01 | jwk | null",
                "HDR-02 | jku | \"https://attacker.example/keys\"",
                "HDR-02 | jku | \"http://169.254.169.254/keys\"",
                "HDR-02 | jku | \"file:///etc/passwd\"",
                "HDR-03 | x5u | \"https://attacker.example/cert\"",
                "HDR-04 | x5c | [\"MIIB\"]",
                "HDR-12 | crit | [\"unknown\"]",
                "HDR-12 | crit | []",
                "HDR-12 | crit | \"exp\"",
                "HDR-12 | crit | [\"alg\"]",
                "HDR-12 | crit | [\"exp\"]",
                "HDR-12 | crit | [\"absent\"]",
                "HDR-12 | crit | [\"kid\",\"kid\"]",
                "HDR-12 | crit | [\"b64\"]",
                "HDR-12 | crit | null",
                "HDR-13 | b64 | false",
                "HDR-13 | b64 | true",
                "HDR-14 | zip | \"DEF\"",
                "HDR-14 | enc | \"A256GCM\""
            })
    @DisplayName(
            "HDR-01 to HDR-04, HDR-12 to HDR-14: parameters that no token may carry are refused by name")
    void forbidden(String row, String name, String value) {
        String token = Jws.signed(KEY, "{\"alg\":\"HS256\",\"" + name + "\":" + value + "}", "{}");
        assertThat(Jws.assertRefused(VERIFIER, token))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.HEADER_INVALID))
                .satisfies(refusal -> assertThat(refusal.claim()).isEqualTo(name));
    }

    @Test
    @DisplayName("HDR-13: b64 false under a crit that names it is refused")
    void b64WithCrit() {
        assertRefused(
                "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}", Reason.HEADER_INVALID);
    }

    @Test
    @DisplayName("HDR-05: certificate thumbprints play no part in the choice of the key")
    void certificateThumbprint() {
        assertThat(read("{\"alg\":\"HS256\",\"x5t\":\"AAAA\",\"x5t#S256\":\"AAAA\"}")
                        .parameters())
                .containsEntry("x5t", "AAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../dev/null",
                "/dev/null",
                "C:\\\\keys\\\\a",
                "",
                " ",
                "x' UNION SELECT '1';--",
                "*)(uid=*",
                "${jndi:ldap://x}",
                "|sleep 10",
                "a\\r\\nDEL *",
                "\\u001b[31m",
                "\\u202e1",
                "\uFF11",
                "1 ",
                "01"
            })
    @DisplayName("HDR-06, HDR-07, HDR-11: a kid is only ever looked up as it stands")
    void unknownKid(String kid) {
        assertRefused("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}", Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName("HDR-11: kids that differ in case or Unicode normalisation are different")
    void exactKid() {
        JwsVerifier verifier = Jws.verifier(KEY.withKid("caf\u00E9"));
        assertThat(verifier.verify(
                        Jws.signed(KEY, "{\"alg\":\"HS256\",\"kid\":\"caf\u00E9\"}", "{}")))
                .isNotNull();
        for (String other : List.of("cafe\u0301", "Caf\u00E9", "CAF\u00C9", "cafe")) {
            Jws.assertRefused(
                    verifier,
                    Jws.signed(KEY, "{\"alg\":\"HS256\",\"kid\":\"" + other + "\"}", "{}"),
                    Reason.KEY_UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null", "1", "true", "[\"1\"]", "{\"a\":1}", "1.5"})
    @DisplayName("HDR-08, HDR-16: kid, typ and cty must be strings")
    void strings(String value) {
        for (String name : List.of("kid", "typ", "cty")) {
            String token =
                    Jws.signed(KEY, "{\"alg\":\"HS256\",\"" + name + "\":" + value + "}", "{}");
            assertThat(Jws.assertRefused(VERIFIER, token).claim()).isEqualTo(name);
        }
    }

    @Test
    @DisplayName("HDR-10: a kid has at most 256 characters")
    void longKid() {
        JwsKey longest = KEY.withKid("k".repeat(256));
        String header = "{\"alg\":\"HS256\",\"kid\":\"" + "k".repeat(256);
        assertThat(Jws.verifier(longest)
                        .verify(Jws.signed(KEY, header + "\"}", "{}"))
                        .header()
                        .kid())
                .hasSize(256);
        Jws.assertRefused(
                Jws.verifier(longest),
                Jws.signed(KEY, header + "k\"}", "{}"),
                Reason.HEADER_INVALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | HEADER_INVALID",
                "{\"alg\":null} | HEADER_INVALID",
                "{\"alg\":256} | HEADER_INVALID",
                "{\"alg\":[\"HS256\"]} | HEADER_INVALID",
                "{\"alg\":\"hs256\"} | ALGORITHM_REFUSED",
                "{\"alg\":\" HS256\"} | ALGORITHM_REFUSED",
                "{\"alg\":\"HS256 \"} | ALGORITHM_REFUSED",
                "{\"alg\":\"HS256\\u0000\"} | ALGORITHM_REFUSED",
                "{\"alg\":\"HmacSHA256\"} | ALGORITHM_REFUSED",
                "{\"alg\":\"ES256K\"} | ALGORITHM_REFUSED",
                "{\"alg\":\"EDDSA\"} | ALGORITHM_REFUSED",
                "{\"alg\":\"dir\"} | ALGORITHM_REFUSED"
            })
    @DisplayName("HDR-15: alg is required, a string, and exactly the key's")
    void alg(String header, Reason reason) {
        assertRefused(header, reason);
    }

    @Test
    @DisplayName("HDR-15: a header of more than 1,024 bytes is refused, one of 1,024 is read")
    void longHeader() {
        String head = "{\"alg\":\"HS256\",\"x\":\"";
        String fitting = head + "x".repeat(1024 - head.length() - 2) + "\"}";
        assertThat(read(fitting).parameters()).containsKey("x");
        assertRefused(fitting + " ", Reason.HEADER_INVALID);
        assertRefused("{\"alg\":\"" + "x".repeat(5_000) + "\"}", Reason.HEADER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\",\"alg\":\"none\"}",
                "{\"alg\":\"none\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"\\u0061lg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"kid\":\"1\",\"kid\":\"1\"}",
                "{\"alg\":\"HS256\",\"x\":{\"a\":1,\"a\":2}}",
                "[]",
                "[{\"alg\":\"HS256\"}]",
                "\"HS256\"",
                "1",
                "null",
                "{\"alg\":\"HS256\"}{}",
                "{\"alg\":\"HS256\"} x",
                "{\"alg\":\"HS256\",}",
                "{\"alg\":'HS256'}",
                "{\"alg\":\"HS256\",\"x\":\"\\ud800\"}",
                "{\"alg\":\"HS256\",\"x\":1e400}",
                "\uFEFF{\"alg\":\"HS256\"}",
                ""
            })
    @DisplayName(
            "HDR-17, HDR-18, HDR-19: a header that is not one object without duplicates is refused")
    void strictJson(String header) {
        assertRefused(header, Reason.HEADER_INVALID);
    }

    @Test
    @DisplayName("HDR-19: a header in UTF-16, invalid UTF-8 or an overlong form is refused")
    void encodings() {
        String header = "{\"alg\":\"HS256\"}";
        List<byte[]> encoded = List.of(
                header.getBytes(StandardCharsets.UTF_16),
                header.getBytes(StandardCharsets.UTF_16BE),
                header.getBytes(StandardCharsets.UTF_16LE),
                Jws.concat(
                        "{\"alg\":\"HS256\",\"x\":\"".getBytes(StandardCharsets.UTF_8),
                        new byte[] {(byte) 0xFC},
                        "\"}".getBytes(StandardCharsets.UTF_8)),
                Jws.concat(
                        "{\"alg\":\"HS256\",\"x\":\"".getBytes(StandardCharsets.UTF_8),
                        new byte[] {(byte) 0xC0, (byte) 0x80},
                        "\"}".getBytes(StandardCharsets.UTF_8)));
        for (byte[] bytes : encoded) {
            Jws.assertRefused(
                    VERIFIER,
                    Jws.signed(KEY, bytes, "{}".getBytes(StandardCharsets.UTF_8)),
                    Reason.HEADER_INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " { \"kid\" : \"1\" , \"typ\":\"JWT\",\r\n\t\"alg\" : \"HS256\" } ",
                "{\"typ\":\"JWT\",\"\\u0061lg\":\"HS\\u00325\\u0036\",\"kid\":\"1\"}"
            })
    @DisplayName("HDR-20: white space, another order and escapes in the header are read")
    void otherSpellings(String header) {
        JoseHeader read = read(header);
        assertThat(read.algorithm()).isEqualTo(JwsAlgorithm.HS256);
        assertThat(read.kid()).isEqualTo("1");
        assertThat(read.typ()).isEqualTo("JWT");
    }

    @Test
    @DisplayName(
            "Typ and cty are read and left to the caller, and all parameters can be seen but not changed")
    void parameters() {
        JoseHeader header =
                read("{\"alg\":\"HS256\",\"typ\":\"dpop+jwt\",\"cty\":\"JWT\",\"x\":[1]}");
        assertThat(header.typ()).isEqualTo("dpop+jwt");
        assertThat(header.cty()).isEqualTo("JWT");
        assertThat(header.kid()).isNull();
        assertThat(header.parameters().keySet()).containsExactly("alg", "typ", "cty", "x");
        assertThat(header.parameters()).isUnmodifiable();
    }
}
