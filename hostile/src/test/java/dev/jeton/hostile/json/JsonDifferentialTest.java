package dev.jeton.hostile.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

class JsonDifferentialTest {
    private static final long SEED = Long.getLong("jeton.seed", 20261126);
    private static final int NUMBER = Integer.getInteger("jeton.documents", 10_000);

    @Test
    @DisplayName(
            "Jeton reads what databind reads, as the same, but for what the rules name; each rule is met, and thousands are read")
    void documents() {
        JsonDocuments documents = new JsonDocuments(SEED);
        Map<JsonRule, Integer> met = new EnumMap<>(JsonRule.class);
        int read = 0;
        for (int i = 0; i < NUMBER; i++) {
            byte[] document = documents.next();
            for (JsonRule rule : rules(document)) {
                met.merge(rule, 1, Integer::sum);
            }
            read += JsonComparison.jeton(document) == null ? 0 : 1;
        }
        assertThat(met).containsOnlyKeys(JsonRule.values());
        assertThat(read).isBetween(NUMBER / 4, NUMBER * 3 / 4);
    }

    private static Iterable<JsonRule> rules(byte[] document) {
        try {
            return JsonComparison.compare(document);
        } catch (AssertionError | RuntimeException finding) {
            throw new AssertionError(
                    HexFormat.of().formatHex(document) + " "
                            + new String(document, StandardCharsets.UTF_8),
                    finding);
        }
    }
}
