package dev.jeton.testkit.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run has shown.
 *
 * @param wrong answers for somebody else
 * @param leftover what was left of requests when all were over
 * @param pinned how often a virtual thread held on to its carrier for over 20 ms
 */
record IsolationResult(String adapter, int requests, int wrong, int leftover, int pinned) {
    private static final String HEAD = "adapter\trequests\twrong\tleftover\tpinned\tjdk";

    /** Prints it, and puts it into a table in the place of an older result of the adapter on this JDK. */
    void note(Path table) throws IOException {
        System.out.printf(
                "isolation %s %d wrong=%d leftover=%d%n", adapter, requests, wrong, leftover);
        int jdk = Runtime.version().feature();
        List<String> lines =
                new ArrayList<>(Files.exists(table) ? Files.readAllLines(table) : List.of(HEAD));
        lines.removeIf(line -> line.startsWith(adapter + "\t") && line.endsWith("\t" + jdk));
        lines.add("%s\t%d\t%d\t%d\t%d\t%d"
                .formatted(adapter, requests, wrong, leftover, pinned, jdk));
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, lines);
    }
}
