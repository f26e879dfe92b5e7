package dev.jeton.compat;

import static dev.jeton.compat.Forged.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of texts that are no tokens. */
class TokenTextTest {
    private final App flask = App.flask();
    private final App quart = App.quart();
    private final App fastJwt = App.fastJwt();

    private static String message(App app, String token) {
        String answer = app.answer(Request.get().bearer(token));
        assertThat(answer).startsWith("422 {\"m");
        return answer.replaceAll("^422 \\{\"(?:msg|message)\":\"((?:[^\"\\\\]|\\\\.)*)\".*$", "$1")
                .replace("\\\"", "\"");
    }

    private void all(String token, String expected) {
        assertThat(message(flask, token)).isEqualTo(expected);
        assertThat(message(quart, token)).isEqualTo(expected);
        assertThat(message(fastJwt, token)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.", ".x", "nothing"})
    @DisplayName("Fewer than two dots are not enough segments")
    void segments(String token) {
        all(token, "Not enough segments");
    }

    @ParameterizedTest
    @CsvSource({
        "a, Invalid header padding",
        "abcde, Invalid header padding",
        "bm90aGluZw, Invalid header string: not valid JSON",
        "'', Invalid header string: not valid JSON",
        "W10, Invalid header string: must be a json object",
        "bnVsbA, Invalid header string: must be a json object"
    })
    @DisplayName("The header is looked at first")
    void header(String segment, String expected) {
        all(segment + ".a.a", expected);
    }

    @Test
    @DisplayName("The paddings of payload and signature go before their contents")
    void paddings() {
        String header = encoded(Forged.HEADER);
        all(header + ".a.a", "Invalid payload padding");
        all(header + ".e30.a", "Invalid crypto padding");
        all(header + "." + encoded("nothing") + ".a", "Invalid crypto padding");
    }

    @Test
    @DisplayName("More than two dots belong to the payload")
    void fourSegments() {
        String header = encoded(Forged.HEADER);
        assertThat(message(flask, header + ".a.b.c")).isEqualTo("Invalid payload padding");
        assertThat(message(flask, header + ".e30.Y.a")).isEqualTo("Invalid crypto padding");
        assertThat(message(fastJwt, header + ".abc.d.eA"))
                .isEqualTo("Signature verification failed");
    }

    @ParameterizedTest
    @CsvSource({"nothing, not valid JSON", "[], must be a json object", "5, must be a json object"})
    @DisplayName("Flask and Quart look at the payload before the signature, FastJWT behind it")
    void payload(String payload, String expected) {
        String unsigned = encoded(Forged.HEADER) + "." + encoded(payload) + ".eA";
        assertThat(message(flask, unsigned)).isEqualTo("Invalid payload string: " + expected);
        assertThat(message(quart, unsigned)).isEqualTo("Invalid payload string: " + expected);
        assertThat(message(fastJwt, unsigned)).isEqualTo("Signature verification failed");
        all(Forged.token(payload), "Invalid payload string: " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"HS256\",\"kid\":5}|Key ID header parameter must be a string",
                "{\"kid\":null}|Key ID header parameter must be a string",
                "{\"alg\":\"HS256\",\"crit\":[]}|Invalid 'crit' header: must be a non-empty list",
                "{\"alg\":\"HS256\",\"crit\":\"b64\"}|Invalid 'crit' header: must be a non-empty list",
                "{\"alg\":\"HS256\",\"crit\":[5]}|Invalid 'crit' header: values must be strings",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}|Unsupported critical extension: exp",
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"]}|Critical extension 'b64' is missing from headers",
                "{}|Algorithm not specified",
                "{\"alg\":5}|The specified alg value is not allowed"
            })
    @DisplayName(
            "Parameters of the header are named before the signature is, kid and crit before alg")
    void parameters(String header, String expected) {
        String token = Forged.token(header, flask.claims());
        assertThat(message(flask, token)).isEqualTo(expected);
        assertThat(message(fastJwt, token)).isEqualTo(expected);
    }

    @Test
    @DisplayName(
            "RFC 7515 §4.1.11: a token with crit is refused under every profile, whatever stands in it")
    void crit() {
        for (String crit : new String[] {"[\"b64\"],\"b64\":true", "[\"x\"],\"x\":1", "[]"}) {
            String header = "{\"alg\":\"HS256\",\"crit\":" + crit + "}";
            assertThat(message(flask, Forged.token(header, flask.claims()))).isNotEmpty();
            assertThat(message(quart, Forged.token(header, quart.claims())))
                    .isEqualTo("Signature verification failed");
            assertThat(message(fastJwt, Forged.token(header, fastJwt.claims()))).isNotEmpty();
        }
    }

    @Test
    @DisplayName("RFC 7797 §3: a payload that is not encoded is read by no profile")
    void unencodedPayload() {
        String header = "{\"alg\":\"HS256\",\"b64\":false}";
        assertThat(message(flask, Forged.token(header, flask.claims())))
                .startsWith("It is required that you pass in a value for the \"detached_payload\"");
        assertThat(message(quart, Forged.token(header, quart.claims())))
                .isEqualTo("Signature verification failed");
    }

    @Test
    @DisplayName(
            "A token has one spelling: padding, garbage and other alphabets are refused under every profile")
    void oneSpelling() {
        for (App app : new App[] {flask, quart, fastJwt}) {
            String good = app.token();
            for (String bad : new String[] {good + "=", good + "!!!!"}) {
                assertThat(message(app, bad)).isEqualTo("Signature verification failed");
            }
            String other = good.substring(0, good.length() - 1);
            char last = good.charAt(good.length() - 1);
            assertThat(message(app, other + (char) (last == 'z' ? last - 1 : last + 1)))
                    .isEqualTo("Signature verification failed");
        }
    }

    @Test
    @DisplayName("A member twice, NaN and a lone surrogate are no JSON under any profile")
    void strictJson() {
        for (String claims : new String[] {
            "{\"sub\":\"a\",\"sub\":\"b\"}", "{\"sub\":\"a\",\"x\":NaN}", "{\"sub\":\"\\ud800\"}"
        }) {
            assertThat(message(flask, Forged.token(claims)))
                    .isEqualTo("Invalid payload string: not valid JSON");
        }
    }

    @Test
    @DisplayName("2,500 nested arrays are refused with 422, in the header without any signature")
    void nesting() {
        String deep = "{\"alg\":" + "[".repeat(2_500) + "]".repeat(2_500) + "}";
        all(encoded(deep) + ".e30.eA", "Invalid header string: not valid JSON");
        all(Forged.token(deep), "Invalid payload string: not valid JSON");
    }

    @Test
    @DisplayName("A good text under another key fails at the signature")
    void otherKey() {
        all(
                Forged.signedWith(Forged.OTHER_SECRET, flask.claims()),
                "Signature verification failed");
    }
}
