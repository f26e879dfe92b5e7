package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class PlainTextTest {
    @Test
    @DisplayName("Every byte value is told apart at every place of texts up to three words long")
    void everyByteEverywhere() {
        for (int length = 1; length <= 24; length++) {
            for (int at = 0; at < length; at++) {
                for (int value = -128; value < 128; value++) {
                    byte[] text = new byte[length + 2];
                    Arrays.fill(text, (byte) '#'); // one above the quote
                    text[0] = text[length + 1] = '"'; // outside the range
                    text[at + 1] = (byte) value;
                    boolean plain = value >= ' ' && value != '"' && value != '\\';
                    assertThat(PlainText.end(text, 1, length + 1))
                            .isEqualTo(plain ? length + 1 : at + 1);
                }
            }
        }
    }

    @Test
    @DisplayName("The first of two bytes that do not stand for themselves is found")
    void theFirst() {
        byte[] marked = {0, 0x1F, '"', '\\', (byte) 0x80, (byte) 0xFF};
        for (int first = 0; first < 16; first++) {
            for (int second = first + 1; second < 16; second++) {
                for (int i = 0; i < marked.length * marked.length; i++) {
                    byte[] text = "abcdefgh!#[]\u007f ij".getBytes(StandardCharsets.US_ASCII);
                    text[first] = marked[i / marked.length];
                    text[second] = marked[i % marked.length];
                    assertThat(PlainText.end(text, 0, 16)).isEqualTo(first);
                }
            }
        }
    }

    @Test
    @DisplayName("A word ends at the first blank, control character or comma, at whatever place")
    void words() {
        for (int length = 1; length <= 24; length++) {
            for (int at = 0; at < length; at++) {
                for (int value = -128; value < 128; value++) {
                    byte[] text = new byte[length];
                    Arrays.fill(text, (byte) '-'); // one above the comma
                    text[at] = (byte) value;
                    boolean ends = value >= 0 && value <= ' ' || value == 0x7f || value == ',';
                    assertThat(PlainText.endOfWord(text)).isEqualTo(ends ? at : length);
                    text[length - 1] = ',';
                    assertThat(PlainText.endOfWord(text)).isEqualTo(ends ? at : length - 1);
                }
            }
        }
    }
}
