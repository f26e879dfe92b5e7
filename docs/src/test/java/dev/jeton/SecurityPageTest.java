package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.docs.Page;
import dev.jetontest.Rows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What SECURITY.md promises, held to the tests that it names, the catalogue and the options. */
class SecurityPageTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))`");

    private static List<List<String>> rows(String page, int cells) {
        return Page.of(page).tableRows().stream()
                .filter(row -> row.size() == cells)
                .toList();
    }

    private static List<List<String>> guarantees() {
        return rows("SECURITY.md", 3).stream()
                .filter(row -> row.get(0).startsWith("**"))
                .toList();
    }

    private static Stream<String> tests(List<String> guarantee) {
        return TEST.matcher(guarantee.get(2)).results().map(match -> match.group(1));
    }

    @Test
    @DisplayName("Each guarantee names rows of the catalogue that are tested")
    void rows() {
        Map<String, String> states = rows("docs/security/attacks.md", 4).stream()
                .collect(
                        Collectors.toMap(row -> row.get(0), row -> row.get(3), (one, same) -> one));
        assertThat(guarantees())
                .hasSizeGreaterThan(10)
                .allSatisfy(guarantee -> assertThat(Rows.in(guarantee.get(1)))
                        .isNotEmpty()
                        .allSatisfy(id -> assertThat(states).containsEntry(id, "tested")));
    }

    @Test
    @DisplayName("Each guarantee names tests, and each of them is there and has something to run")
    void tests() {
        Map<String, String> sources = Page.sources().stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Page::textOf,
                        (one, other) -> one + other));
        assertThat(guarantees())
                .allSatisfy(guarantee -> assertThat(tests(guarantee).toList())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(sources.get(name))
                                .as(name)
                                .containsPattern(
                                        "@(Test|TestFactory|ParameterizedTest|RepeatedTest)\\b")));
    }

    @Test
    @DisplayName("The defaults of the table are those of the options")
    void defaults() {
        Map<String, String> standards = JetonOption.all().stream()
                .collect(Collectors.toMap(JetonOption::name, JetonOption::standard));
        List<List<String>> documented = rows("SECURITY.md", 4).stream()
                .filter(row -> row.get(1).startsWith("`jeton."))
                .toList();
        assertThat(documented)
                .hasSizeGreaterThan(12)
                .allSatisfy(row -> assertThat(standards)
                        .containsEntry(row.get(1).replace("`", ""), row.get(2).replace("`", "")));
        Set<String> named = documented.stream()
                .map(row -> row.get(1).replace("`", ""))
                .collect(Collectors.toSet());
        assertThat(named)
                .as("options that weaken all of Jeton")
                .contains(
                        "jeton.insecure-tokens-without-expiry",
                        "jeton.insecure-without-csrf-protection",
                        "jeton.insecure-claim-overrides");
    }
}
