package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Keys as `openssl` writes them. */
class PemTest {
    private static String pem(String name) {
        try (InputStream file = PemTest.class.getResourceAsStream("pem/" + name + ".pem")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertVerifies(JwsKey signing, JwsKey verifying) {
        byte[] payload = {1, 2, 3};
        assertThat(Jws.verifier(verifying)
                        .verify(JwsSigner.sign(signing, Map.of(), payload))
                        .payload())
                .isEqualTo(payload);
        assertThat(verifying.signs()).isFalse();
    }

    private static void assertRefused(JwsAlgorithm algorithm, String text, String... words) {
        assertThatThrownBy(() -> JwsKey.ofPem(algorithm, text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(words)
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, rsa",
        "RS384, rsa",
        "RS512, rsa",
        "PS256, rsa",
        "PS384, rsa",
        "PS512, rsa",
        "ES256, ec",
        "EDDSA, ed25519"
    })
    @DisplayName("RFC 7468 §10, §13: a PKCS#8 private and an SPKI public PEM make a signing key")
    void pairs(JwsAlgorithm algorithm, String name) {
        JwsKey pair = JwsKey.ofPem(algorithm, pem(name + "-pkcs8"), pem(name + "-public"));
        assertVerifies(pair, JwsKey.ofPem(algorithm, pem(name + "-public")));
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"RS256", "PS256"})
    @DisplayName("The public half of an RSA private key is worked out")
    void rsaPrivateAlone(JwsAlgorithm algorithm) {
        assertVerifies(
                JwsKey.ofPem(algorithm, pem("rsa-pkcs8")),
                JwsKey.ofPem(algorithm, pem("rsa-public")));
    }

    @ParameterizedTest
    @CsvSource({"ES256, ec", "EDDSA, ed25519"})
    @DisplayName("Other private keys need their public PEM, and the refusal says how to write it")
    void privateAlone(JwsAlgorithm algorithm, String name) {
        assertRefused(
                algorithm,
                pem(name + "-pkcs8"),
                "public half",
                "openssl pkey -in private.pem -pubout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RS256 | rsa-pkcs1            | PKCS#1     | openssl pkey -in key.pem -out pkcs8.pem",
                "RS256 | rsa-pkcs1-encrypted  | PKCS#1     | openssl pkey -in key.pem -out pkcs8.pem",
                "RS256 | rsa-public-pkcs1     | PKCS#1     | openssl rsa -RSAPublicKey_in",
                "RS256 | rsa-encrypted        | encrypted  | openssl pkey -in key.pem -out pkcs8.pem",
                "ES256 | ec-sec1              | SEC 1      | openssl pkey -in key.pem -out pkcs8.pem",
                "ES256 | certificate          | certificate| openssl x509 -in certificate.pem -pubkey",
                "EDDSA | openssh              | OpenSSH    | ssh-keygen -p -m PKCS8"
            })
    @DisplayName("KEY-20: other forms are refused with the command that converts them")
    void otherForms(JwsAlgorithm algorithm, String name, String form, String command) {
        assertRefused(algorithm, pem(name), form, command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RS256 | ec-public             | RSA key",
                "ES256 | rsa-public            | EC key",
                "EDDSA | ec-public             | Ed25519 key",
                "EDDSA | ed448-public          | Ed25519 key",
                "ES256 | secp256k1-public      | ES256 takes",
                "ES384 | ec-public             | P-384",
                "HS256 | ec-public             | takes a secret",
                "RS256 | rsa-1024-public       | 1024 bits",
                "RS256 | rsa-exponent-3-public | exponent"
            })
    @DisplayName("KEY-04, KEY-07, CFG-01: a key that its algorithm cannot use is refused")
    void otherKinds(JwsAlgorithm algorithm, String name, String words) {
        assertRefused(algorithm, pem(name), words);
    }

    @Test
    @DisplayName("KEY-20: public and private in each other's place are refused")
    void swapped() {
        assertThatThrownBy(
                        () -> JwsKey.ofPem(JwsAlgorithm.ES256, pem("ec-public"), pem("ec-pkcs8")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("public key where the private one belongs");
        assertThatThrownBy(() -> JwsKey.ofPem(JwsAlgorithm.ES256, pem("ec-pkcs8"), pem("ec-pkcs8")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("private key where the public one belongs");
        assertThatThrownBy(() ->
                        JwsKey.ofPem(JwsAlgorithm.RS256, pem("rsa-pkcs8"), pem("rsa-1024-public")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("1024 bits");
    }

    @Test
    @DisplayName(
            "KEY-20: nothing stands before the first line or after the last, and one text holds one key")
    void frame() {
        String pem = pem("ec-public");
        assertRefused(JwsAlgorithm.ES256, " " + pem, "before its first line");
        assertRefused(JwsAlgorithm.ES256, "\n" + pem, "before its first line");
        assertRefused(JwsAlgorithm.ES256, "ec-public.pem", "not a PEM text");
        assertRefused(JwsAlgorithm.ES256, "", "not a PEM text");
        assertRefused(JwsAlgorithm.ES256, "-----BEGIN ", "not a PEM text");
        assertRefused(JwsAlgorithm.ES256, pem + pem, "one key only");
        assertRefused(JwsAlgorithm.ES256, pem.substring(0, 60), "must end with");
        assertRefused(
                JwsAlgorithm.ES256, pem.replace("END PUBLIC", "END PRIVATE"), "must end with");
        assertRefused(
                JwsAlgorithm.ES256,
                "-----BEGIN PUBLIC KEY-----END PUBLIC KEY-----",
                "must end with");
        assertRefused(JwsAlgorithm.ES256, pem.replace("\n", "\\n"), "line breaks");
        assertRefused(JwsAlgorithm.ES256, pem.replace("PUBLIC KEY", "DH PARAMETERS"), "neither");
        assertRefused(JwsAlgorithm.ES256, pem.replace("M", "N"), "does not hold an EC key");
    }

    @Test
    @DisplayName("Line ends of Windows, and white space after the last line, are read")
    void lineEnds() {
        assertThat(JwsKey.ofPem(JwsAlgorithm.ES256, pem("ec-public").replace("\n", "\r\n") + "\n ")
                        .kid())
                .isEqualTo(JwsKey.ofPem(JwsAlgorithm.ES256, pem("ec-public")).kid());
    }

    @Test
    @DisplayName("LOG-02: no refusal shows a line of the key")
    void nothingLeaks() {
        String pem = pem("ec-pkcs8");
        String body = pem.split("\n")[1].substring(0, 20);
        for (String broken : new String[] {
            pem, pem.replace("=", "!"), pem + pem, pem.replace("PRIVATE", "EC PRIVATE")
        }) {
            assertThatThrownBy(() -> JwsKey.ofPem(JwsAlgorithm.ES256, broken))
                    .isInstanceOf(SettingsException.class)
                    .message()
                    .doesNotContain(body);
        }
    }
}
