package dev.jetontest;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes down which rows of the attack catalogue were tested: {@code target/attack-rows/jdk-N.tsv} has a line of kind,
 * id, test class and number for each row that is named by a test that passed, or by what contains it where the test names
 * none itself; and one for each file of Wycheproof. What failed or was skipped is not in it.
 */
public final class RowRecorder implements TestExecutionListener {
    private static final Pattern VECTOR = Pattern.compile("([\\w.-]+\\.json)#\\d+\\b.*");

    private final Map<String, Integer> counts = new TreeMap<>();
    private @Nullable TestPlan plan;

    /** Made by JUnit's launcher. */
    public RowRecorder() {}

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
            return;
        }
        String type = typeOf(Optional.of(test));
        rows(test).forEach(row -> count("row", row, type));
        Matcher vector = VECTOR.matcher(test.getDisplayName());
        if (vector.matches()) {
            count("wycheproof", vector.group(1), type);
        }
    }

    private void count(String kind, String id, String type) {
        counts.merge(kind + "\t" + id + "\t" + type, 1, Integer::sum);
    }

    private Set<String> rows(TestIdentifier test) {
        Optional<TestIdentifier> at = Optional.of(test);
        while (at.isPresent()) {
            Set<String> rows = Rows.in(at.get().getDisplayName());
            if (!rows.isEmpty()) {
                return rows;
            }
            at = parentOf(at.get());
        }
        return Set.of();
    }

    /** The outermost class that the test runs in, for an inherited test is its subclass's. */
    private String typeOf(Optional<TestIdentifier> test) {
        Optional<TestIdentifier> at = test;
        String type = "";
        while (at.isPresent()) {
            Optional<TestSource> source = at.get().getSource();
            if (source.isPresent() && source.get() instanceof ClassSource of) {
                type = of.getClassName();
            } else if (type.isEmpty()
                    && source.isPresent()
                    && source.get() instanceof MethodSource of) {
                type = of.getClassName();
            }
            at = parentOf(at.get());
        }
        return type;
    }

    private Optional<TestIdentifier> parentOf(TestIdentifier test) {
        TestPlan running = plan;
        return running == null ? Optional.empty() : running.getParent(test);
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        String lines = counts.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Path folder = Files.createDirectories(Path.of("target", "attack-rows"));
            Files.writeString(
                    folder.resolve("jdk-" + Runtime.version().feature() + ".tsv"),
                    "# kind\tid\ttest\tpassed\n" + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
