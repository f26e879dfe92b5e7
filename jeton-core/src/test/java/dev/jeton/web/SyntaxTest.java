package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/a b", "/~"})
    @DisplayName(
            "RFC 6265bis §4.1.1: what can be seen and the blank may stand in a cookie's attribute")
    void attributeValues(String text) {
        assertThat(Syntax.isAttributeValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/;", "/\u001f", "/\u007f", "/\u00e9"})
    @DisplayName("RFC 6265bis §4.1.1: semicolons, controls and what is not ASCII may not")
    void noAttributeValues(String text) {
        assertThat(Syntax.isAttributeValue(text)).isFalse();
    }
}
