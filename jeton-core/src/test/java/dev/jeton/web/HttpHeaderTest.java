package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHeaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nB: c",
                "a\nb",
                "a\rb",
                "a\u0000b",
                "a\u007fb",
                "a\u010d\u010ab",
                "\u2028"
            })
    @DisplayName(
            "RFC 9110 §5.5: no field breaks its line, nor would where a server keeps a character's last octet only")
    void breaking(String value) {
        assertThatThrownBy(() -> new HttpHeader("Location", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
        assertThatThrownBy(() -> new HttpHeader(value, "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName(
            "RFC 9110 §5.5: visible characters, blanks, tabs and obs-text may stand in a field")
    void fitting() {
        assertThat(new HttpHeader("Location", "/a b\tc\u00e9").value()).isEqualTo("/a b\tc\u00e9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0100", "\u001f"})
    @DisplayName("RFC 9110 §5.5: the first characters beyond the bounds do not fit")
    void bounds(String value) {
        assertThatThrownBy(() -> new HttpHeader("Location", value))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new HttpHeader("Location", " \u00ff").value()).isEqualTo(" \u00ff");
    }

    @Test
    @DisplayName("RFC 9110 §5.1: a field has a name")
    void nameless() {
        assertThatThrownBy(() -> new HttpHeader("", "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
