package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.docs.Page;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

class SettingsPageTest {
    @Test
    @DisplayName("The guide's table of options is the table in the code: names, defaults, meanings")
    void table() {
        List<List<String>> documented = Page.of("docs/guide/settings.md").tableRows().stream()
                .filter(row -> row.get(0).startsWith("`jeton."))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(new OptionTable()
                        .rows().stream().map(SettingsPageTest::row).toList());
    }

    private static List<String> row(Option<?> option) {
        String standard = option.standard().isEmpty() ? "" : "`" + option.standard() + "`";
        return List.of("`" + option.name() + "`", standard, option.meaning());
    }
}
