package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "name, name, 0",
        "nam, name, 1",
        "names, name, 1",
        "nome, name, 1",
        "nmae, name, 1",
        "'', name, 4",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    @DisplayName(
            "Letters put in, taken out or replaced count one each, and so do swapped neighbours")
    void distance(String a, String b, int apart) {
        assertThat(Spelling.distance(a, b)).isEqualTo(apart);
        assertThat(Spelling.distance(b, a)).isEqualTo(apart);
    }
}
