package dev.jeton.hostile.json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Generated documents, one after the other, before Jeton's reader and before databind. */
public final class JsonDifferential {
    static final long SEED = 20261126;

    private final JsonDocuments documents;
    private final Map<JsonRule, Long> refused = new EnumMap<>(JsonRule.class);
    private long read;

    JsonDifferential(long seed) {
        this.documents = new JsonDocuments(seed);
    }

    /** What {@code .ci/differential} starts, with how many and perhaps the seed: prints the counts, and fails on a finding. */
    public static void main(String[] arguments) {
        long number = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        JsonDifferential differential = new JsonDifferential(seed).run(number);
        System.out.println(number + " documents, seed " + seed + ": Jeton reads "
                + differential.read() + ", and refuses of what databind reads");
        for (JsonRule rule : JsonRule.values()) {
            System.out.printf("| `%s` | %,d |%n", rule, differential.refused(rule));
        }
    }

    /** Compares so many more.
     * @throws AssertionError for a finding, which tells the document */
    JsonDifferential run(long number) {
        for (long i = 0; i < number; i++) {
            byte[] document = documents.next();
            var object = JsonComparison.jeton(document);
            rules(document, object).forEach(rule -> refused.merge(rule, 1L, Long::sum));
            read += object == null ? 0 : 1;
        }
        return this;
    }

    /** How many documents Jeton has read. */
    long read() {
        return read;
    }

    /** How many documents broke this rule that databind has read; they may break others too. */
    long refused(JsonRule rule) {
        return refused.getOrDefault(rule, 0L);
    }

    private static Set<JsonRule> rules(
            byte[] document, @Nullable Map<String, @Nullable Object> object) {
        try {
            return JsonComparison.compare(document, object);
        } catch (AssertionError | RuntimeException finding) {
            String hex = HexFormat.of().formatHex(document);
            throw new AssertionError(
                    hex + " " + new String(document, StandardCharsets.UTF_8), finding);
        }
    }
}
