package dev.jeton.testkit.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line a case. Where several servers run the same cases, a case that fails on one of them has failed. */
final class ConformanceReport {
    private final Map<String, CaseResult> results = new LinkedHashMap<>();

    /** Adds a result; {@code server} is named beside a difference that the others do not have. */
    synchronized void add(String server, CaseResult result) {
        CaseResult before = results.get(result.id());
        if (before == null) {
            results.put(result.id(), result);
        } else if (before.kind() != CaseResult.Kind.FAIL && result.kind() != before.kind()) {
            results.put(
                    result.id(),
                    new CaseResult(
                            result.kind(), result.id(), "on " + server + ": " + result.text()));
        }
    }

    synchronized void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, results.values().stream().map(CaseResult::toString).toList());
    }
}
