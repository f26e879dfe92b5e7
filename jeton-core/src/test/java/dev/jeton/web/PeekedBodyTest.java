package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Looking at a body, and reading it afterwards. */
class PeekedBodyTest {
    private final ByteArrayInputStream source =
            new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.US_ASCII));
    private int opened;
    private final PeekedBody body = new PeekedBody(() -> {
        opened++;
        return source;
    });

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Test
    @DisplayName("A body that nobody looked at is the native one")
    void untouched() throws IOException {
        assertThat(body.isPeeked()).isFalse();
        assertThat(body.whole()).isNull();
        assertThat(body.replay()).isSameAs(source);
    }

    @Test
    @DisplayName("A body of just the limit is whole, one of a byte more is too long")
    void limit() throws IOException {
        assertThat(body.peek(9)).isNull();
        assertThat(body.whole()).isNull();
        assertThat(source.available()).isZero();
        assertThat(text(body.peek(10))).isEqualTo("0123456789");
        assertThat(text(body.whole())).isEqualTo("0123456789");
    }

    @Test
    @DisplayName("No more than a byte beyond the limit is read, and the rest follows on replay")
    void tooLong() throws IOException {
        assertThat(body.peek(3)).isNull();
        assertThat(source.available()).isEqualTo(6);
        assertThat(body.isPeeked()).isTrue();
        assertThat(text(body.replay().readAllBytes())).isEqualTo("0123456789");
    }

    @Test
    @DisplayName("Looking again reads nothing again, whatever the limit then is")
    void again() throws IOException {
        assertThat(text(body.peek(100))).isEqualTo("0123456789");
        assertThat(text(body.peek(10))).isEqualTo("0123456789");
        assertThat(body.peek(9)).isNull();
        assertThat(text(body.replay().readAllBytes())).isEqualTo("0123456789");
        assertThat(text(body.replay().readAllBytes())).isEqualTo("0123456789");
    }

    @Test
    @DisplayName(
            "Looking further reads on to a byte beyond the new limit, and a whole body is not opened again")
    void further() throws IOException {
        assertThat(body.peek(3)).isNull();
        assertThat(body.peek(5)).isNull();
        assertThat(source.available()).isEqualTo(4);
        assertThat(body.peek(4)).isNull();
        assertThat(source.available()).isEqualTo(4);
        assertThat(text(body.peek(10))).isEqualTo("0123456789");
        int before = opened;
        assertThat(text(body.peek(20))).isEqualTo("0123456789");
        assertThat(text(body.replay().readAllBytes())).isEqualTo("0123456789");
        assertThat(opened).isEqualTo(before);
    }
}
