package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

class Base64UrlTest {
    /** Both decoders must agree on every text. */
    private static byte[] decode(byte[] text, int from, int to) {
        byte[] decoded = Base64Url.decode(text, from, to);
        assertThat(Base64Url.decodeSigned(text, from, to)).isEqualTo(decoded);
        return decoded;
    }

    private static byte[] decode(String text) {
        byte[] decoded = Base64Url.decode(text);
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Base64Url.decodeSigned(ascii, 0, ascii.length)).isEqualTo(decoded);
        return decoded;
    }

    @Test
    @DisplayName("RFC 4648 §10: the published pairs decode and encode")
    void publishedPairs() {
        String[] texts = {"", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"};
        for (int length = 0; length < texts.length; length++) {
            byte[] bytes = "foobar".substring(0, length).getBytes(StandardCharsets.US_ASCII);
            assertThat(Base64Url.encode(bytes)).isEqualTo(texts[length]);
            assertThat(Base64Url.encodeToAscii(bytes)).asString().isEqualTo(texts[length]);
            assertThat(decode(texts[length])).isEqualTo(bytes);
        }
    }

    @Test
    @DisplayName("Bytes of every length up to 300 come back")
    void everyLength() {
        Random random = new Random(4648);
        for (int length = 0; length <= 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(decode(text)).isEqualTo(bytes);
            byte[] inTheMiddle = ("..." + text + "..").getBytes(StandardCharsets.US_ASCII);
            assertThat(decode(inTheMiddle, 3, inTheMiddle.length - 2)).isEqualTo(bytes);
        }
    }

    @Test
    @DisplayName("ENC-01: of all pairs of bytes, exactly the 256 that encode one byte are read")
    void onlyCanonicalPairs() {
        int read = 0;
        for (int pair = 0; pair < 0x10000; pair++) {
            byte[] text = {(byte) (pair >> 8), (byte) pair};
            byte[] decoded = decode(text, 0, 2);
            if (decoded != null) {
                read++;
                assertThat(Base64Url.encodeToAscii(decoded)).isEqualTo(text);
            }
        }
        assertThat(read).isEqualTo(256);
    }

    @Test
    @DisplayName("ENC-01: of all third characters, exactly the 16 without spare bits are read")
    void onlyCanonicalTriples() {
        int read = 0;
        for (int third = 0; third < 0x100; third++) {
            byte[] text = {'A', 'A', (byte) third};
            byte[] decoded = decode(text, 0, 3);
            if (decoded != null) {
                read++;
                assertThat(Base64Url.encodeToAscii(decoded)).isEqualTo(text);
            }
        }
        assertThat(read).isEqualTo(16);
    }

    @Test
    @DisplayName(
            "ENC-03, ENC-04, ENC-05, ENC-07: every byte outside the alphabet is refused, wherever it stands")
    void onlyTheAlphabet() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int length = 4; length <= 8; length++) {
            for (int at = 0; at < length; at++) {
                for (int value = 0; value < 0x100; value++) {
                    byte[] text = "A".repeat(length).getBytes(StandardCharsets.US_ASCII);
                    text[at] = (byte) value;
                    if (alphabet.indexOf(value) < 0) {
                        assertThat(decode(text, 0, length)).isNull();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAA", "AAAAAAAAA"})
    @DisplayName("ENC-06: a length of 1 modulo 4 is refused")
    void impossibleLength(String text) {
        assertThat(decode(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "AAA=", "AA=", "AAAA=", "====", "AAAA===="})
    @DisplayName("ENC-02: padding is refused")
    void padding(String text) {
        assertThat(decode(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAA\u0141",
                "AAA\uFF21",
                "\u00C1AAA",
                "\uD83D\uDE00AA",
                "\u0441\u0441\u0441\u0441"
            })
    @DisplayName("ENC-08: characters outside ASCII are refused, look-alikes among them")
    void outsideAscii(String text) {
        assertThat(decode(text)).isNull();
    }
}
