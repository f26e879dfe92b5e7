package dev.jeton.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jetontest.Rows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attack catalogue, held to what the sources of the tests say, so that it can be checked whichever modules were built. What
 * was recorded of tests that passed is held against it by {@code .ci/security-report check}.
 */
class AttacksPageTest {
    private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d\\d");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern COMMENT = Pattern.compile("\\s*(//|/?\\*).*");

    /** Its tests name rows that are not there. */
    private static final String TEST_OF_THE_LISTENERS = "dev/jetontest";

    private static final Map<String, String> STATES = states();
    private static final Set<String> NAMED = named();

    /** The state of each row. */
    private static Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        for (List<String> row : Page.of("docs/security/attacks.md").tableRows()) {
            if (ID.matcher(row.get(0)).matches()) {
                assertThat(states.put(row.get(0), row.get(3)))
                        .as("%s is there once", row.get(0))
                        .isNull();
            }
        }
        return states;
    }

    /** The rows that literals of the tests name, and those of the testkit, whose main sources are tests of others. */
    private static Set<String> named() {
        return Stream.concat(
                        Page.files(Page.ROOT, ".java").stream()
                                .filter(file -> has(file, "src/test/java")),
                        Page.files(Page.ROOT.resolve("jeton-testkit/src/main"), ".java").stream())
                .filter(file -> !has(file, TEST_OF_THE_LISTENERS))
                .flatMap(file -> rows(Page.read(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(Path file, String folder) {
        return file.toString().replace('\\', '/').contains(folder);
    }

    private static Stream<String> rows(String source) {
        return source.lines()
                .filter(line -> !COMMENT.matcher(line).matches())
                .flatMap(line -> LITERAL.matcher(line).results())
                .map(MatchResult::group)
                .map(Rows::in)
                .flatMap(Collection::stream);
    }

    private static Set<String> inState(String start) {
        return STATES.entrySet().stream()
                .filter(row -> row.getValue().startsWith(start))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("Each row is tested, or says for which feature it waits")
    void statesAreKnown() {
        assertThat(STATES).hasSizeGreaterThan(250);
        assertThat(STATES.values())
                .allSatisfy(state -> assertThat(state).matches("tested|LATER: \\w.*"));
    }

    @Test
    @DisplayName(
            "The rows of a section are numbered without a gap, so that none goes away unnoticed")
    void noGaps() {
        Map<String, List<String>> sections =
                STATES.keySet().stream().collect(Collectors.groupingBy(id -> id.substring(0, 3)));
        assertThat(sections).hasSize(15);
        sections.forEach((section, ids) -> assertThat(ids)
                .containsExactlyElementsOf(
                        Rows.in(section + "-01 to " + section + "-%02d".formatted(ids.size()))));
    }

    @Test
    @DisplayName("Every row that counts as tested is named by a test")
    void testedRowsHaveTests() {
        assertThat(NAMED).containsAll(inState("tested"));
    }

    @Test
    @DisplayName("No row that waits for a feature is named by a test: it would wait no longer")
    void laterRowsHaveNone() {
        assertThat(NAMED).doesNotContainAnyElementsOf(inState("LATER"));
    }

    @Test
    @DisplayName("Every row that a test names is in the catalogue")
    void namedRowsAreThere() {
        assertThat(STATES.keySet()).containsAll(NAMED);
    }
}
