package dev.jeton.hostile.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.hostile.DifferencesPage;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Arrays;
import java.util.List;

/** A small run of what {@code .ci/differential} does in large, and the page that explains both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonDifferentialTest {
    private static final long NUMBER = Long.getLong("jeton.documents", 10_000);

    private final DifferencesPage page =
            new DifferencesPage("## JSON that Jeton refuses and databind reads");
    private final JsonDifferential documents =
            new JsonDifferential(JsonDifferential.SEED).run(NUMBER);

    @Test
    @DisplayName(
            "Jeton reads what databind reads, as the same, but for what the rules name; thousands are read, and each rule is met")
    void documents() {
        assertThat(documents.read()).isBetween(NUMBER / 4, NUMBER * 3 / 4);
        assertThat(JsonRule.values())
                .allSatisfy(rule -> assertThat(documents.refused(rule)).isPositive());
    }

    @Test
    @DisplayName("The page of differences explains each rule of JSON, and counts as the run does")
    void rules() {
        assertThat(page.rows().keySet())
                .containsExactly(Arrays.stream(JsonRule.values())
                        .map(rule -> "`" + rule + "`")
                        .toArray(String[]::new));
        for (JsonRule rule : JsonRule.values()) {
            List<String> row = page.row(rule);
            assertThat(row.get(2)).isNotBlank();
            page.requireRecorded(row.get(1), documents.refused(rule), NUMBER);
        }
    }
}
