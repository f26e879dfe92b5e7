package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Other texts of a good token: none is another spelling of it. */
class JwsEncodingTest {
    private static final JwsKey KEY = TestKeys.of(JwsAlgorithm.HS256);
    private static final JwsVerifier VERIFIER = Jws.verifier(KEY);
    private static final String FOREIGN = "=+/ \t\r\n?#%~:,;!$&'()*@[]^`{|}\"\\<>\u0000\u007F";
    private static final String GOOD =
            JwsSigner.sign(KEY, Map.of(), "{\"sub\":\"ana\"}".getBytes(StandardCharsets.UTF_8));

    @Test
    @DisplayName(
            "ENC-01: spare bits that are not zero are refused in each segment, though the MAC covers them")
    void spareBits() {
        String header = Jws.encode("{\"alg\":\"HS256\" }");
        assertThat(header.length() % 4).isEqualTo(2);
        assertThat(VERIFIER.verify(Jws.signedText(KEY, header, "AA")).payload()).hasSize(1);
        for (char last = 'B'; last <= 'P'; last++) {
            Jws.assertRefused(VERIFIER, Jws.signedText(KEY, header, "A" + last), Reason.MALFORMED);
        }
        for (char last = 'B'; last <= 'D'; last++) {
            Jws.assertRefused(VERIFIER, Jws.signedText(KEY, header, "AA" + last), Reason.MALFORMED);
        }
        String spareInHeader =
                header.substring(0, header.length() - 1) + next(header.charAt(header.length() - 1));
        Jws.assertRefused(VERIFIER, Jws.signedText(KEY, spareInHeader, "AA"), Reason.MALFORMED);
        String spareInSignature =
                GOOD.substring(0, GOOD.length() - 1) + next(GOOD.charAt(GOOD.length() - 1));
        Jws.assertRefused(VERIFIER, spareInSignature, Reason.MALFORMED);
    }

    /** The character whose value is one greater; the last one of a segment has spare bits to count in. */
    private static char next(char character) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(character) + 1);
    }

    @Test
    @DisplayName(
            "ENC-02, ENC-04, ENC-05, ENC-07: a character outside the alphabet is refused at every place")
    void foreignCharacters() {
        for (int i = 0; i < FOREIGN.length(); i++) {
            for (int at = 0; at <= GOOD.length(); at++) {
                String inserted = GOOD.substring(0, at) + FOREIGN.charAt(i) + GOOD.substring(at);
                Jws.assertRefused(VERIFIER, inserted, expected(at));
            }
            for (int at = 0; at < GOOD.length(); at++) {
                String replaced =
                        GOOD.substring(0, at) + FOREIGN.charAt(i) + GOOD.substring(at + 1);
                Jws.assertRefused(
                        VERIFIER,
                        replaced,
                        GOOD.charAt(at) == '.' ? Reason.MALFORMED : expected(at));
            }
        }
    }

    /** The payload is not looked into before the signature holds. */
    private static Reason expected(int at) {
        boolean inPayload = at > GOOD.indexOf('.') && at <= GOOD.lastIndexOf('.');
        return inPayload ? Reason.SIGNATURE_INVALID : Reason.MALFORMED;
    }

    @Test
    @DisplayName(
            "ENC-04, ENC-05, ENC-07: a character outside the alphabet is refused in the payload, though the MAC covers it")
    void foreignCharactersUnderTheMac() {
        String[] parts = GOOD.split("\\.");
        for (int i = 0; i < FOREIGN.length(); i++) {
            for (int at = 0; at <= parts[1].length(); at++) {
                String payload =
                        parts[1].substring(0, at) + FOREIGN.charAt(i) + parts[1].substring(at);
                Jws.assertRefused(
                        VERIFIER, Jws.signedText(KEY, parts[0], payload), Reason.MALFORMED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "==", "==="})
    @DisplayName("ENC-02: padding is refused on any segment, also where the MAC covers it")
    void padding(String padding) {
        String[] parts = GOOD.split("\\.");
        Jws.assertRefused(
                VERIFIER, Jws.signedText(KEY, parts[0] + padding, parts[1]), Reason.MALFORMED);
        Jws.assertRefused(
                VERIFIER, Jws.signedText(KEY, parts[0], parts[1] + padding), Reason.MALFORMED);
        Jws.assertRefused(VERIFIER, GOOD + padding, Reason.MALFORMED);
    }

    @Test
    @DisplayName("ENC-03: the alphabet of ordinary base64 is refused, though the MAC covers it")
    void otherAlphabet() {
        String header = Jws.encode("{\"alg\":\"HS256\"}");
        assertThat(VERIFIER.verify(Jws.signedText(KEY, header, "-_-_")).payload())
                .hasSize(3);
        Jws.assertRefused(VERIFIER, Jws.signedText(KEY, header, "+/+/"), Reason.MALFORMED);
    }

    @Test
    @DisplayName("ENC-06: a segment whose length is 1 modulo 4 is refused")
    void impossibleLength() {
        String header = Jws.encode("{\"alg\":\"HS256\"}");
        Jws.assertRefused(VERIFIER, Jws.signedText(KEY, header, "AAAAA"), Reason.MALFORMED);
        Jws.assertRefused(VERIFIER, Jws.signedText(KEY, header, "A"), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFF0E",
                "\u3002",
                "\u2024",
                "\u00B7",
                "\u0130",
                "\u0441",
                "\uFF21",
                "\u012E",
                "\uD83D\uDE00"
            })
    @DisplayName("ENC-08: characters outside ASCII are refused, dots that only look so among them")
    void outsideAscii(String foreign) {
        Jws.assertRefused(VERIFIER, GOOD.replace(".", foreign), Reason.MALFORMED);
        Jws.assertRefused(VERIFIER, GOOD.replaceFirst("\\.", foreign), Reason.MALFORMED);
        for (int at = 0; at <= GOOD.length(); at++) {
            Jws.assertRefused(VERIFIER, GOOD.substring(0, at) + foreign + GOOD.substring(at));
        }
        String[] parts = GOOD.split("\\.");
        Jws.assertRefused(
                VERIFIER, Jws.signedText(KEY, parts[0], parts[1] + foreign), Reason.MALFORMED);
        Jws.assertRefused(
                VERIFIER, Jws.signedText(KEY, parts[0] + foreign, parts[1]), Reason.MALFORMED);
    }

    @Test
    @DisplayName("ENC-08: a character whose low byte is the right one is refused")
    void foldedCharacters() {
        for (int at = 0; at < GOOD.length(); at++) {
            char folded = (char) (GOOD.charAt(at) + 0x100);
            Jws.assertRefused(
                    VERIFIER,
                    GOOD.substring(0, at) + folded + GOOD.substring(at + 1),
                    GOOD.charAt(at) == '.' ? Reason.MALFORMED : expected(at));
        }
    }

    @Test
    @DisplayName("ENC-10: the JSON serializations are refused, with the real signature")
    void jsonSerialization() {
        String[] parts = GOOD.split("\\.");
        String flattened = "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}";
        String general =
                "{\"payload\":\"%2$s\",\"signatures\":[{\"protected\":\"%1$s\",\"signature\":\"%3$s\"}]}";
        for (String form : List.of(flattened, general)) {
            Jws.assertRefused(VERIFIER, form.formatted((Object[]) parts), Reason.MALFORMED);
        }
    }

    @Test
    @DisplayName(
            "ENC-11: any payload is returned as it was signed; what it means is for the caller to check")
    void anyPayload() {
        for (String payload : List.of("", "[]", "null", "text", "{")) {
            assertThat(VERIFIER.verify(Jws.signed(KEY, "{\"alg\":\"HS256\"}", payload))
                            .payload())
                    .asString()
                    .isEqualTo(payload);
        }
    }

    @Test
    @DisplayName("ENC-17: quotes, percent-encoded dots and a scheme before the token are refused")
    void wrappedTokens() {
        for (String wrapped : List.of(
                '"' + GOOD + '"', GOOD.replace(".", "%2E"), "Bearer%20" + GOOD, "Bearer " + GOOD)) {
            Jws.assertRefused(VERIFIER, wrapped, Reason.MALFORMED);
        }
    }
}
