package dev.jeton.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    @TestFactory
    @DisplayName("Every link of the documentation leads to a file, and to a heading of it")
    Stream<DynamicTest> links() {
        return Stream.of(
                        Page.root(),
                        Page.guide(),
                        List.of(Page.of("docs/performance.md"), Page.of("benchmarks/README.md")))
                .flatMap(List::stream)
                .map(page -> DynamicTest.dynamicTest(
                        page.path().toString(),
                        () -> assertThat(brokenLinks(page)).isEmpty()));
    }

    @Test
    @DisplayName("The guide's index leads to every page")
    void index() {
        String index = Page.of("docs/guide/README.md").text();
        assertThat(Page.guide())
                .extracting(page -> page.path().getFileName().toString())
                .filteredOn(name -> !name.equals("README.md"))
                .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
    }

    private static List<String> brokenLinks(Page page) {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(page.text());
        while (link.find()) {
            if (!leadsSomewhere(page, link.group(1), link.group(2))) {
                broken.add(link.group());
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Page page, String path, String heading) {
        if (path.startsWith("https://")) {
            return true;
        }
        Path target =
                path.isEmpty() ? page.path() : page.path().resolveSibling(path).normalize();
        Path file = Page.ROOT.resolve(target);
        return file.toFile().exists() && (heading == null || anchors(file).contains(heading));
    }

    private static List<String> anchors(Path file) {
        return HEADING.matcher(Page.read(file))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
