package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class JsonConformanceTest {
    private static final List<JsonCase> CASES = JsonCase.all();

    @TestFactory
    @DisplayName("RFC 8259: each document of the conformance set is read or refused as it must be")
    Stream<DynamicTest> cases() {
        return CASES.stream()
                .map(given -> DynamicTest.dynamicTest(given.id(), () -> {
                    if (given.verdict() == JsonCase.Verdict.ACCEPT) {
                        assertRead(given);
                    } else {
                        assertRefused(given);
                    }
                }));
    }

    private static void assertRead(JsonCase given) {
        byte[] document = given.document();
        Map<String, Object> read = Json.readObject(document, 0, document.length);
        if (given.reads().equals("*")) {
            assertThat(JsonText.of(read)).hasSizeGreaterThan(160);
        } else {
            assertThat(JsonText.of(read)).as(given.about()).isEqualTo(given.reads());
        }
        assertThat(inTheMiddle(document, ' ')).isEqualTo(read);
        assertThat(inTheMiddle(document, '"')).isEqualTo(read);
    }

    private static void assertRefused(JsonCase given) {
        byte[] document = given.document();
        assertThat(given.reads()).isEmpty();
        assertThatThrownBy(() -> Json.readObject(document, 0, document.length))
                .as(given.about())
                .isInstanceOf(JsonException.class)
                .hasNoCause();
        for (char around : new char[] {' ', '"', '}', ']', '0', '\u0000'}) {
            assertThatThrownBy(() -> inTheMiddle(document, around))
                    .as("%s, amid %s", given.about(), around)
                    .isInstanceOf(JsonException.class);
        }
    }

    /** What stands around a document is not looked at. */
    private static Map<String, Object> inTheMiddle(byte[] document, char around) {
        byte[] larger = new byte[document.length + 16];
        Arrays.fill(larger, (byte) around);
        System.arraycopy(document, 0, larger, 8, document.length);
        return Json.readObject(larger, 8, document.length);
    }

    @Test
    @DisplayName(
            "The conformance set is as large as it says, of all three kinds, and no id stands twice")
    void counts() {
        assertThat(CASES).hasSize(458);
        assertThat(CASES).extracting(JsonCase::id).doesNotHaveDuplicates();
        assertThat(count(JsonCase.Verdict.ACCEPT)).isEqualTo(117);
        assertThat(count(JsonCase.Verdict.REJECT)).isEqualTo(285);
        assertThat(count(JsonCase.Verdict.LIMIT)).isEqualTo(56);
        assertThat(CASES.stream()
                        .map(given -> new String(given.document(), StandardCharsets.ISO_8859_1)))
                .doesNotHaveDuplicates();
    }

    private static long count(JsonCase.Verdict verdict) {
        return CASES.stream().filter(given -> given.verdict() == verdict).count();
    }
}
