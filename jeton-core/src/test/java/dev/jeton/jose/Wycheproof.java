package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.jeton.internal.Json;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The vectors of the Wycheproof project, looked for in the folder named by {@code wycheproof.dir}, else in
 * {@code ../shared/wycheproof} beside the repository. What must come out differently from what a file says stands, with its
 * reason, in {@code wycheproof-expectations.tsv}.
 */
final class Wycheproof {
    private static final Path FOLDER = Path.of(System.getProperty(
            "wycheproof.dir", Path.of("..", "..", "shared", "wycheproof").toString()));
    private static final Map<String, Map<Long, String>> EXPECTATIONS = expectations();

    private Wycheproof() {}

    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    static Path folder() {
        return FOLDER.toAbsolutePath().normalize();
    }

    /** The names of the files of this pattern; none when the folder is not there. */
    static List<String> files(String glob) {
        if (!isThere()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(FOLDER, glob)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.sort(null);
        return names;
    }

    /** What is asked of a group and one of its vectors. */
    interface Question extends BiPredicate<Map<String, Object>, Map<String, Object>> {}

    /**
     * One test for each vector of a file, and one that counts them.
     *
     * @param beyond what this library does not do at all: it must be refused, whatever the file says
     */
    static DynamicNode tests(String name, Question beyond, Question accepts) {
        Map<String, Object> file = read(name);
        Map<Long, String> stale = new LinkedHashMap<>(EXPECTATIONS.getOrDefault(name, Map.of()));
        List<DynamicTest> tests = new ArrayList<>();
        long count = 0;
        for (Map<String, Object> group : objects(file, "testGroups")) {
            for (Map<String, Object> vector : objects(group, "tests")) {
                count++;
                String said =
                        beyond.test(group, vector) ? "invalid" : (String) vector.get("result");
                String pinned = stale.get(vector.get("tcId"));
                if (!said.equals(pinned)) {
                    stale.remove(vector.get("tcId"));
                }
                String label = name + "#" + vector.get("tcId") + " " + vector.get("comment");
                tests.add(dynamicTest(
                        label,
                        () -> judge(
                                label,
                                pinned == null ? said : pinned,
                                accepts.test(group, vector))));
            }
        }
        long counted = count;
        tests.add(dynamicTest(name + ": all vectors were met, and no expectation is stale", () -> {
            assertThat(counted).isPositive().isEqualTo(file.get("numberOfTests"));
            assertThat(stale).isEmpty();
        }));
        return dynamicContainer(name, tests);
    }

    private static void judge(String label, String outcome, boolean accepted) {
        switch (outcome) {
            case "valid" -> assertThat(accepted).as(label).isTrue();
            case "invalid" -> assertThat(accepted).as(label).isFalse();
            case "acceptable" -> {} // either way, so long as it is decided
            default -> throw new AssertionError("no such outcome: " + outcome);
        }
    }

    private static Map<String, Object> read(String name) {
        try {
            byte[] json = Files.readAllBytes(FOLDER.resolve(name));
            return Json.readObject(json, 0, json.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) parent.get(name);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    private static Map<String, Map<Long, String>> expectations() {
        Map<String, Map<Long, String>> byFile = new LinkedHashMap<>();
        try (InputStream in = Wycheproof.class.getResourceAsStream("wycheproof-expectations.tsv");
                Stream<String> lines =
                        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()) {
            lines.filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t");
                assertThat(cells).as(line).hasSize(4);
                String earlier = byFile.computeIfAbsent(cells[0], key -> new LinkedHashMap<>())
                        .put(Long.parseLong(cells[1]), cells[2]);
                assertThat(earlier).as(line).isNull();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byFile;
    }
}
