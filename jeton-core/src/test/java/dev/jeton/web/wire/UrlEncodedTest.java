package dev.jeton.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "%zz",
                "%0z",
                "%z0",
                "%z0%90%80%80", // would be UTF-8 if the broken escape were taken for 0xF0
                "%ff",
                "\u00e9"
            })
    @DisplayName("A broken escape, a character beyond ASCII and what is no UTF-8 have no value")
    void broken(String value) {
        assertThat(UrlEncoded.values("t=" + value, "t")).isNull();
        assertThat(UrlEncoded.values("t=a" + value + "&u=1", "t")).isNull();
    }

    @Test
    @DisplayName("Escapes, plus signs and several values of a name are read in order")
    void values() {
        assertThat(UrlEncoded.values("t=%F0%90%80%80&u=1&t=a+b&t=&t", "t"))
                .containsExactly("\ud800\udc00", "a b", "", "");
    }
}
