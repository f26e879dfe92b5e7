package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class LenientBase64Test {
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "YQ, a",
        "YQ==, a",
        "YWI, ab",
        "YWJj, abc",
        "Y!W!J!j, abc",
        "YQ==YQ==, a",
        "YWJj====, abc",
        "YR, a",
        "fn5-, ~~~",
        "fn5+, ~~~"
    })
    @DisplayName("Foreign characters, what follows the padding, and spare bits do not count")
    void decodes(String text, String expected) {
        assertThat(LenientBase64.decode(text))
                .isEqualTo(expected.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "abcde", "a===", "Y!Q", "YQ=x"})
    @DisplayName("What no number of bytes is written as is told apart")
    void refuses(String text) {
        assertThat(LenientBase64.decode(text)).isNull();
    }
}
