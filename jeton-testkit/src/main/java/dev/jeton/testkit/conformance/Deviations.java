package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The cases that are meant to differ, each with its reason. */
final class Deviations {
    private final Map<String, String> reasons;
    private final boolean strict;

    private Deviations(Map<String, String> reasons, boolean strict) {
        this.reasons = reasons;
        this.strict = strict;
    }

    /** Reads lines of {@code id}, a tab and a reason; a line that begins with # is a comment. */
    static Deviations parse(String text, boolean strict) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new NotUnderstoodException(
                        "a deviation is an id, a tab and a reason: " + line);
            }
            if (reasons.put(parts[0], parts[1].strip()) != null) {
                throw new NotUnderstoodException("a deviation is listed twice: " + parts[0]);
            }
        }
        return new Deviations(reasons, strict);
    }

    @Nullable
    String reason(String id) {
        return reasons.get(id);
    }

    /** Whether a listed case that passes is a failure: so it is for the cases that the list was written for. */
    boolean areStrict() {
        return strict;
    }

    Set<String> ids() {
        return reasons.keySet();
    }
}
