package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

class SecretKeyTest {
    private static final String TEXT = "Tr0ub4dor&3, correct horse battery staple";

    private static boolean same(JwsKey one, JwsKey other) {
        byte[] sample = {1, 2, 3};
        return Arrays.equals(one.method().sign(sample), other.method().sign(sample));
    }

    private static void assertRefused(String text, String... words) {
        assertThatThrownBy(() -> JwsKey.ofSecret(text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("openssl rand")
                .hasNoCause();
    }

    @Test
    @DisplayName("A secret is for HS256, has the kid 1, and signs")
    void defaults() {
        JwsKey key = JwsKey.ofSecret(TEXT);
        assertThat(key.algorithm()).isEqualTo(JwsAlgorithm.HS256);
        assertThat(key.kid()).isEqualTo("1");
        assertThat(key.signs()).isTrue();
        assertThat(key.isNamed()).isTrue();
    }

    @Test
    @DisplayName("base64:, hex:, text and raw bytes of one secret are the same key")
    void spellings() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        JwsKey key = JwsKey.ofSecret(JwsAlgorithm.HS256, bytes);
        assertThat(same(key, JwsKey.ofSecret(TEXT))).isTrue();
        assertThat(same(key, JwsKey.ofSecret("hex:" + HexFormat.of().formatHex(bytes))))
                .isTrue();
        assertThat(same(
                        key,
                        JwsKey.ofSecret("hex:" + HexFormat.of().withUpperCase().formatHex(bytes))))
                .isTrue();
        assertThat(same(
                        key,
                        JwsKey.ofSecret("base64:" + Base64.getEncoder().encodeToString(bytes))))
                .isTrue();
        assertThat(same(key, JwsKey.ofSecret("base64:" + Jws.encode(bytes)))).isTrue();
    }

    @Test
    @DisplayName("RFC 8725 §3.5: an array that was never filled is no secret")
    void unfilled() {
        assertThatThrownBy(() -> JwsKey.ofSecret(JwsAlgorithm.HS256, new byte[32]))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("repeats");
    }

    @Test
    @DisplayName("Both alphabets of base64 are read")
    void alphabets() {
        byte[] bytes = new byte[33];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0xFB + i % 5);
        }
        String ordinary = Base64.getEncoder().encodeToString(bytes);
        assertThat(ordinary).contains("+").contains("/");
        assertThat(same(
                        JwsKey.ofSecret("base64:" + ordinary),
                        JwsKey.ofSecret(JwsAlgorithm.HS256, bytes)))
                .isTrue();
    }

    @Test
    @DisplayName("A literal secret keeps its prefix")
    void literal() {
        String text = "base64:" + Base64.getEncoder().encodeToString(TestKeys.SECRET);
        JwsKey literal = JwsKey.ofLiteralSecret(JwsAlgorithm.HS256, text);
        assertThat(same(
                        literal,
                        JwsKey.ofSecret(JwsAlgorithm.HS256, text.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(same(literal, JwsKey.ofSecret(text))).isFalse();
    }

    @Test
    @DisplayName("Raw bytes are copied")
    void copied() {
        byte[] bytes = TestKeys.countingBytes(32);
        JwsKey key = JwsKey.ofSecret(JwsAlgorithm.HS256, bytes);
        byte[] before = key.method().sign(new byte[1]);
        bytes[0] = 99;
        assertThat(key.method().sign(new byte[1])).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"HS256, 32", "HS384, 48", "HS512, 64"})
    @DisplayName("KEY-01, KEY-02, RFC 7518 §3.2: a key is at least as long as the hash")
    void length(JwsAlgorithm algorithm, int bytes) {
        assertThat(JwsKey.ofSecret(algorithm, TestKeys.countingBytes(bytes))).isNotNull();
        assertThat(JwsKey.ofSecret(algorithm, TestKeys.countingBytes(bytes + 200)))
                .isNotNull();
        for (int tooFew : new int[] {0, 1, bytes - 1}) {
            assertThatThrownBy(() -> JwsKey.ofSecret(algorithm, TestKeys.countingBytes(tooFew)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContainingAll(
                            tooFew + " bytes", "at least " + bytes, "openssl rand");
        }
    }

    @Test
    @DisplayName("KEY-03: the length of a text counts in UTF-8 bytes")
    void utf8Length() {
        assertThat(JwsKey.ofSecret("\u00E4\u00F6\u00FC\u00DF\u20AC-Schl\u00FCssel-f\u00FCr-heute"))
                .isNotNull();
        assertRefused("Schl\u00FCssel-f\u00FCr-heute", "21 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change-me",
                "CHANGE_ME_PLEASE_CHANGE_ME_PLEASE_NOW",
                "please change this secret before production!!",
                "secret",
                "your-256-bit-secret",
                "your-384-bit-secret",
                "your-512-bit-secret",
                "a-string-secret-at-least-256-bits-long",
                "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
                "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970",
                "super-secret-key-super-secret-key-1",
                "replace_me_with_a_real_secret_of_32_bytes"
            })
    @DisplayName(
            "KEY-03, CFG-13, SIG-11: placeholders and the secrets of documentation are refused")
    void placeholders(String text) {
        assertRefused(text, "The secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "secretsecretsecretsecretsecretsecret",
                "0123456789abcdef0123456789abcdef",
                "hex:0000000000000000000000000000000000000000000000000000000000000000",
                "base64:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQQ=="
            })
    @DisplayName("KEY-03: a repeated character, byte or text is refused")
    void repetitions(String text) {
        assertRefused(text, "repeats");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAfU0Of2FTpptiQrUiq77mhf2kQg+INLEIw72uNp71Sfo=\n-----END PUBLIC KEY-----",
                " -----BEGIN CERTIFICATE-----\nMCowBQYDK2VwAyEAfU0Of2FTpptiQrUiq77mhf2kQg+INLEIw72uNp71Sfo="
            })
    @DisplayName("KEY-20, SIG-04: a PEM text is no secret")
    void pemAsSecret(String text) {
        assertRefused(text, "PEM");
        assertThatThrownBy(() -> JwsKey.ofLiteralSecret(JwsAlgorithm.HS256, text))
                .isInstanceOf(SettingsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64:not base64 at all, though it is long enough",
                "base64:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
                "base64:AAECAwQFBgcICQoLDA0ODw",
                "base64:",
                "hex:0",
                "hex:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1g",
                "hex:000102",
                ""
            })
    @DisplayName("What is not base64, not hex or too short after the prefix is refused")
    void unreadable(String text) {
        assertRefused(text, "The secret");
    }

    @Test
    @DisplayName("The command for a 64-byte secret prints one line, and so do the others")
    void commands() {
        assertThatThrownBy(() -> JwsKey.ofSecret(JwsAlgorithm.HS256, "short"))
                .hasMessageContaining("`openssl rand -base64 32`");
        assertThatThrownBy(() -> JwsKey.ofSecret(JwsAlgorithm.HS384, "short"))
                .hasMessageContaining("`openssl rand -base64 48`");
        assertThatThrownBy(() -> JwsKey.ofSecret(JwsAlgorithm.HS512, "short"))
                .hasMessageContainingAll("`openssl rand -hex 64`", "hex:");
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"RS256", "PS384", "ES512", "EDDSA"})
    @DisplayName("CFG-01: a secret for an algorithm of key pairs is refused")
    void secretForPairs(JwsAlgorithm algorithm) {
        assertThatThrownBy(() -> JwsKey.ofSecret(algorithm, TEXT))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(algorithm.jwsName(), "not a secret");
    }

    @Test
    @DisplayName("LOG-02: neither a key nor a refusal shows the secret")
    void nothingLeaks() {
        String canary = "c4n4ry-c4n4ry-c4n4ry-c4n4ry-c4n4ry-1";
        assertThat(JwsKey.ofSecret(canary).toString()).isEqualTo("JwsKey[HS256, kid 1]");
        for (String text :
                new String[] {"c4n4ry", "base64:c4n4ry!", "hex:c4n4ry", "c4n4ry".repeat(9)}) {
            assertThatThrownBy(() -> JwsKey.ofSecret(text))
                    .isInstanceOf(SettingsException.class)
                    .message()
                    .doesNotContain("c4n4ry");
        }
    }

    @Test
    @DisplayName("A kid has 1 to 256 printable characters")
    void kids() {
        JwsKey key = JwsKey.ofSecret(TEXT);
        assertThat(key.withKid("2026-08 \u00E9\uD83D\uDE00").kid())
                .isEqualTo("2026-08 \u00E9\uD83D\uDE00");
        assertThat(key.withKid("k".repeat(256)).kid()).hasSize(256);
        for (String kid : new String[] {
            "", "k".repeat(257), "a\nb", "\u0000", "\u202E", "\u2028", "\uD800", "\uE000"
        }) {
            assertThatThrownBy(() -> key.withKid(kid)).isInstanceOf(SettingsException.class);
        }
    }

    @Test
    @DisplayName("What a key answers to is told by its text")
    void text() {
        JwsKey key = JwsKey.ofSecret(TEXT).withKid("a");
        assertThat(key).hasToString("JwsKey[HS256, kid a]");
        assertThat(key.acceptsTokensWithoutKid())
                .hasToString("JwsKey[HS256, kid a, for tokens without kid too]");
        assertThat(key.withoutKid())
                .hasToString("JwsKey[HS256, without kid, for every HS256 token]");
        assertThat(key.withoutKid().kid()).isNull();
        assertThat(key.withoutKid().isNamed()).isFalse();
        assertThat(key.withoutKid().acceptsTokensWithoutKid().isNamed()).isFalse();
        assertThat(key.withoutKid().withKid("b")).hasToString("JwsKey[HS256, kid b]");
        assertThat(key.acceptsTokensWithoutKid().withKid("b").isForTokensWithoutKid())
                .isTrue();
        assertThat(JwsSigner.sign(key.withoutKid(), Map.of(), new byte[0]))
                .startsWith(Jws.encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + ".");
    }
}
