package dev.jeton.hostile.json;

import com.fasterxml.jackson.databind.JsonNode;

import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/** One document before both readers. */
public final class JsonComparison {
    private JsonComparison() {}

    /** What Jeton reads, or null where it refuses. */
    public static @Nullable Map<String, @Nullable Object> jeton(byte[] document) {
        try {
            return Json.readObject(document, 0, document.length);
        } catch (JsonException refused) {
            return null;
        }
    }

    /**
     * The rules by which Jeton refuses what databind accepts; none where both agree.
     *
     * @throws AssertionError where Jeton accepts what databind refuses, reads another value, or refuses by no rule
     */
    public static Set<JsonRule> compare(byte[] document) {
        return compare(document, jeton(document));
    }

    /** As {@link #compare(byte[])}, for what Jeton has read already. */
    public static Set<JsonRule> compare(
            byte[] document, @Nullable Map<String, @Nullable Object> read) {
        JsonNode node = Databind.read(document);
        if (node == null) {
            require(read == null, "Jeton accepts what databind refuses");
            return Set.of();
        }
        Set<JsonRule> rules = JsonRule.of(document);
        require(
                (read == null) == !rules.isEmpty(),
                "Jeton refuses by the rules, which say " + rules);
        if (read != null) {
            Object other = Databind.plain(node);
            require(read.equals(other), "both read the same");
            require(names(read).equals(names(other)), "both read the members in the same order");
        }
        return rules;
    }

    private static Object names(@Nullable Object object) {
        return object instanceof Map<?, ?> map ? new ArrayList<Object>(map.keySet()) : "";
    }

    private static void require(boolean condition, String property) {
        if (!condition) {
            throw new AssertionError(property);
        }
    }
}
