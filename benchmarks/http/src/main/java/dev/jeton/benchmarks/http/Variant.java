package dev.jeton.benchmarks.http;

import java.util.List;

/**
 * A request that wrk repeats.
 *
 * @param baseline the variant that it is compared with: the same request where nothing is protected; its own name if it is one
 * @param fields the header, {@code Name: value} each
 */
record Variant(String name, String baseline, String method, String url, List<String> fields) {
    private static final int FIRST_FIELD = 4;

    /** The form in which a server announces it: parts between tabs. */
    String line() {
        return String.join("\t", name, baseline, method, url) + "\t" + String.join("\t", fields);
    }

    static Variant read(String line) {
        List<String> parts = List.of(line.split("\t"));
        return new Variant(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.subList(FIRST_FIELD, parts.size()));
    }

    boolean isBaseline() {
        return name.equals(baseline);
    }
}
