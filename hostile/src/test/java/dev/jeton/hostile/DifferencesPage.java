package dev.jeton.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table of {@code docs/security/differences.md}, and the number of what its recorded run compared. */
public final class DifferencesPage {
    private static final Path PAGE = Path.of("../docs/security/differences.md");

    /** So many are expected, then none is no chance. */
    private static final long CERTAIN = 30;

    private final long recorded;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /** What stands below this heading, which begins with {@code Of 1,000,000 …}. */
    public DifferencesPage(String heading) {
        String section = text().split(heading, 2)[1].split("\n## ", 2)[0].strip();
        recorded = number(section.split(" ", 3)[1]);
        section.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            List<String> cells =
                    Stream.of(line.substring(1).split("\\|")).map(String::strip).toList();
            if (rows.put(cells.get(0), cells) != null) {
                throw new AssertionError("twice: " + line);
            }
        });
    }

    /** The cells of the rows, by the first of them, without the head of the table. */
    public Map<String, List<String>> rows() {
        return rows;
    }

    /** The cells of one rule's row. */
    public List<String> row(Enum<?> rule) {
        return rows.getOrDefault("`" + rule + "`", List.of());
    }

    /** The count of a cell. */
    public static long number(String cell) {
        return Long.parseLong(cell.replace(",", ""));
    }

    /** A run of so many, with which the recorded one began, can have counted this. */
    public void requireRecorded(String cell, long counted, long run) {
        long count = number(cell);
        if (run <= recorded) {
            assertThat(counted).isLessThanOrEqualTo(count);
        }
        if (count * run / recorded >= CERTAIN) {
            assertThat(counted)
                    .as("stale: %s are recorded of %,d", cell, recorded)
                    .isPositive();
        }
    }

    private static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
