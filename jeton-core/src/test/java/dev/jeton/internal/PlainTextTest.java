package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class PlainTextTest {
    @Test
    @DisplayName("Every byte value is told apart at every place of texts up to three words long")
    void everyByteEverywhere() {
        for (int length = 1; length <= 24; length++) {
            for (int at = 0; at < length; at++) {
                for (int value = -128; value < 128; value++) {
                    byte[] text = new byte[length + 2];
                    Arrays.fill(text, (byte) ']'); // one above the backslash
                    text[0] = text[length + 1] = '\\'; // outside the range
                    text[at + 1] = (byte) value;
                    assertThat(PlainText.isAsciiWithoutEscapes(text, 1, length + 1))
                            .isEqualTo(value >= 0 && value != '\\');
                }
            }
        }
    }
}
