package dev.jeton.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class SnippetsTest {
    private static final Set<String> LANGUAGES =
            Set.of("java", "sh", "properties", "xml", "json", "http", "html", "text");

    @TestFactory
    @DisplayName("Every Java snippet of the guide is a part of a test that is compiled and run")
    Stream<DynamicTest> javaSnippets() {
        List<List<String>> sources = Stream.of(
                        "src/test/java",
                        "../jeton-spring/src/test/java",
                        "../jeton-spring-boot-starter/src/test/java",
                        "../jeton-spring-test/src/test/java")
                .flatMap(folder -> Page.files(Path.of(folder), ".java").stream())
                .map(file -> Page.read(file).lines().toList())
                .toList();
        return Page.guide().stream()
                .flatMap(page -> page.blocks("java").stream()
                        .map(block -> DynamicTest.dynamicTest(
                                page.path().getFileName() + ": " + block.firstLine(),
                                () -> assertThat(sources)
                                        .as(block.text())
                                        .anyMatch(source -> isPart(block, source)))));
    }

    @Test
    @DisplayName("Every block says in which language it is")
    void languages() {
        assertThat(Stream.concat(Page.root().stream(), Page.guide().stream()))
                .allSatisfy(page -> assertThat(page.blocks())
                        .allSatisfy(block -> assertThat(block.language()).isIn(LANGUAGES)));
    }

    private static boolean isPart(Page.Block block, List<String> source) {
        List<String> lines = block.text().lines().toList();
        for (int from = 0; from + lines.size() <= source.size(); from++) {
            if (isAt(source.subList(from, from + lines.size()), lines)) {
                return true;
            }
        }
        return false;
    }

    /** Line by line the same, further indented as a whole. */
    private static boolean isAt(List<String> part, List<String> lines) {
        String indent = part.get(0).substring(0, part.get(0).indexOf(part.get(0).strip()));
        for (int i = 0; i < lines.size(); i++) {
            String expected = lines.get(i).isEmpty() ? "" : indent + lines.get(i);
            if (!part.get(i).equals(expected)) {
                return false;
            }
        }
        return true;
    }
}
