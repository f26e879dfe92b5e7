package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class JetonOptionTest {
    @Test
    @DisplayName("Every option of the table is told, each once, by the name that sources use")
    void all() {
        assertThat(JetonOption.all().stream().map(JetonOption::name))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        new OptionTable().rows().stream().map(Option::name).toList());
    }

    @Test
    @DisplayName("An option says what its text stands for, and its default is a text of that kind")
    void types() {
        Map<String, Class<?>> types = JetonOption.all().stream()
                .collect(Collectors.toMap(JetonOption::name, JetonOption::type));
        assertThat(types)
                .containsEntry("jeton.secret-key", String.class)
                .containsEntry("jeton.locations", List.class)
                .containsEntry("jeton.development", Boolean.class)
                .containsEntry("jeton.access-token-lifetime", Duration.class);
        assertThat(JetonOption.all())
                .filteredOn(option -> option.type() == Boolean.class)
                .allSatisfy(option -> assertThat(option.standard()).isIn("true", "false"));
    }
}
