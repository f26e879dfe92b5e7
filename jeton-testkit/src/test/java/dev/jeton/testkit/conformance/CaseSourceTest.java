package dev.jeton.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

class CaseSourceTest {
    private static final String ONE = """
            {"format": 1, "topic": "x", "cases": [
              {"id": "flask/x/y", "preset": "flask", "about": "", "settings": {}, "steps": [
                {"request": {"method": "GET", "path": "/"}, "expect": {"status": 200}}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "the 1,374 recorded cases and Jeton's own are understood, and each has an id of its own")
    void understandsTheBundledCases() {
        CaseSource bundled = CaseSource.of(Optional.empty());

        assertThat(bundled.entries())
                .allSatisfy(entry -> assertThat(entry.problem()).isNull());
        assertThat(bundled.entries()).extracting(CaseFile.Entry::id).doesNotHaveDuplicates();
        assertThat(bundled.entries())
                .filteredOn(entry -> entry.parsed().preset() != Preset.JETON)
                .hasSize(1374);
    }

    @Test
    @DisplayName("every bundled token can be minted")
    void mintsTheBundledTokens() {
        CaseSource bundled = CaseSource.of(Optional.empty());
        Minter minter = new Minter(bundled.keys(), Instant.now());

        bundled.entries().stream()
                .flatMap(entry -> entry.parsed().mints().values().stream())
                .forEach(mint ->
                        assertThat(minter.mint(mint)).matches("[\\w-]+\\.[\\w-]*\\.[\\w-]*"));
    }

    @Test
    @DisplayName("the index names every bundled file of cases")
    void indexesEveryFile() throws Exception {
        File index = new File(CaseSource.class.getResource("index.txt").toURI());
        String[] files = index.getParentFile()
                .list((dir, name) -> name.endsWith(".json") && !name.equals("keys.json"));
        Arrays.sort(files);

        assertThat(Files.readAllLines(index.toPath())).containsExactly(files);
    }

    @Test
    @DisplayName("each deviation is that of a bundled case, and they are at most 2 % of a preset")
    void listsFewDeviations() {
        CaseSource bundled = CaseSource.of(Optional.empty());
        Map<Preset, Long> all = bundled.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.parsed().preset(), Collectors.counting()));
        Map<Preset, Long> listed = bundled.entries().stream()
                .filter(entry -> bundled.deviations().reason(entry.id()) != null)
                .collect(Collectors.groupingBy(
                        entry -> entry.parsed().preset(), Collectors.counting()));

        assertThat(bundled.entries())
                .extracting(CaseFile.Entry::id)
                .containsAll(bundled.deviations().ids());
        assertThat(listed)
                .allSatisfy((preset, count) -> assertThat(count)
                        .as(preset.label())
                        .isLessThanOrEqualTo(all.get(preset) / 50));
    }

    @Test
    @DisplayName(
            "a folder's cases are read in the order of their files, with the bundled keys where it has none")
    void readsAFolder() throws IOException {
        Files.writeString(folder.resolve("b.json"), ONE.replace("x/y", "x/b"));
        Files.writeString(folder.resolve("a.json"), ONE.replace("x/y", "x/a"));
        Files.writeString(folder.resolve("notes.txt"), "not a case");

        CaseSource source = CaseSource.of(Optional.of(folder));

        assertThat(source.entries())
                .extracting(CaseFile.Entry::id)
                .containsExactly("flask/x/a", "flask/x/b");
        assertThat(source.keys().verifying("@ec")).contains("BEGIN PUBLIC KEY");
        assertThat(source.deviations().areStrict()).isFalse();
    }

    @Test
    @DisplayName("a folder's own keys go before the bundled ones")
    void readsAFoldersKeys() throws IOException {
        Files.writeString(folder.resolve("a.json"), ONE);
        Files.writeString(
                folder.resolve("keys.json"), "{\"@own\": {\"private\": \"p\", \"public\": \"q\"}}");

        Keys keys = CaseSource.of(Optional.of(folder)).keys();

        assertThat(keys.signing("@own")).isEqualTo("p");
        assertThat(keys.signing("@own.public"))
                .isEqualTo(keys.verifying("@own"))
                .isEqualTo("q");
        assertThatThrownBy(() -> keys.signing("@ec")).isInstanceOf(NotUnderstoodException.class);
    }

    @Test
    @DisplayName("an empty folder is an error, for a run without cases proves nothing")
    void refusesAnEmptyFolder() {
        assertThatThrownBy(() -> CaseSource.of(Optional.of(folder)))
                .hasMessageContaining("no case is in");
    }

    @Test
    @DisplayName("a second case of an id, another format and a broken file become failing cases")
    void keepsWhatIsWrong() throws IOException {
        Files.writeString(folder.resolve("a.json"), ONE);
        Files.writeString(folder.resolve("b.json"), ONE);
        Files.writeString(folder.resolve("c.json"), ONE.replace("\"format\": 1", "\"format\": 2"));
        Files.writeString(folder.resolve("d.json"), "{");
        Files.writeString(folder.resolve("e.json"), ONE.replace("\"topic\"", "\"subject\""));
        Files.writeString(folder.resolve("f.json"), ONE.replace("\"id\": \"flask/x/y\", ", ""));

        assertThat(CaseSource.of(Optional.of(folder)).entries())
                .extracting(CaseFile.Entry::id, CaseFile.Entry::problem)
                .satisfiesExactly(
                        first -> assertThat(first.toList()).containsExactly("flask/x/y", null),
                        twin -> assertThat(twin.toList().get(1))
                                .isEqualTo("not understood: the id is there twice"),
                        format -> assertThat(format.toList())
                                .contains("c.json")
                                .asString()
                                .contains("format other than 1"),
                        broken -> assertThat(broken.toList())
                                .contains("d.json")
                                .asString()
                                .contains("not JSON"),
                        topic -> assertThat(topic.toList())
                                .contains("e.json")
                                .asString()
                                .contains("no member \"topic\""),
                        nameless -> assertThat(nameless.toList())
                                .contains("f.json#0")
                                .asString()
                                .contains("no member \"id\""));
    }

    @Test
    @DisplayName("a deviation is an id, a tab and a reason, and stands once")
    void readsDeviations() {
        Deviations deviations =
                Deviations.parse("# why\n\nflask/a\tsafety\nflask/b\tPython's own\n", true);

        assertThat(deviations.ids()).containsExactly("flask/a", "flask/b");
        assertThat(deviations.reason("flask/b")).isEqualTo("Python's own");
        assertThatThrownBy(() -> Deviations.parse("flask/a safety", true))
                .hasMessageContaining("a tab and a reason");
        assertThatThrownBy(() -> Deviations.parse("a\tb\na\tc", true))
                .hasMessageContaining("listed twice");
    }
}
