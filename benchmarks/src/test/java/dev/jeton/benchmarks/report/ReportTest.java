package dev.jeton.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class ReportTest {
    @TempDir
    Path folder;

    @BeforeEach
    void measured() throws Exception {
        write(
                "17/verify.json",
                verified("jeton", "HS256", 500),
                verified("java-jwt", "HS256", 2000),
                verified("mac", "HS256", 400),
                verified("jeton", "RS256", 33_000),
                verified("java-jwt", "RS256", 36_300));
        write(
                "25/verify.json",
                verified("java-jwt", "HS256", 1800),
                verified("jeton", "HS256", 600));
        write(
                "25/growth.json",
                run(
                        "TokenSizeBenchmark.verify",
                        "\"library\":\"jeton\",\"characters\":\"350\"",
                        600),
                run(
                        "TokenSizeBenchmark.verify",
                        "\"library\":\"jeton\",\"characters\":\"8192\"",
                        9000),
                run("KeyRingBenchmark.verify", "\"keys\":\"1\"", 600),
                run("DenylistBenchmark.authenticate", "\"entries\":\"10000000\"", 900));
        Files.writeString(folder.resolve("25").resolve(Results.MEMORY), "1000 130\n");
    }

    @Test
    @DisplayName(
            "The table gives time, ratio to Jeton's and bytes for each JDK, the fastest first, cryptography last")
    void table() throws Exception {
        Report.main(new String[] {folder.toString()});
        assertThat(Files.readString(folder.resolve("report.md")))
                .contains("""
                        | HS256 | JDK 17 | to Jeton | bytes | JDK 25 | to Jeton | bytes |
                        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                        | **jeton** | 500 ns | 1.00 | 1,536 | 600 ns | 1.00 | 1,536 |
                        | java-jwt | 2,000 ns | 4.00 | 1,536 | 1,800 ns | 3.00 | 1,536 |
                        | cryptography alone | 400 ns | 0.80 | 1,536 | - | - | - |
                        """)
                .contains("| library | RS256, 17 |")
                .contains("| java-jwt | 36.3 µs (1.10) |\n")
                .contains("| 8,192 | 9,000 ns |")
                .contains("| 1,000 | 130 | 0.13 |");
    }

    @Test
    @DisplayName("A page gets tables between its marks and charts beside it; its other words stay")
    void page() throws Exception {
        Path page = folder.resolve("speed.md");
        Files.writeString(
                page,
                "Before.\n<!-- figures: verify -->\nold\n<!-- end -->\nBetween.\n"
                        + "<!-- figures: sign -->\nnot measured\n<!-- end -->\n");
        Report.main(new String[] {folder.toString(), page.toString()});
        assertThat(Files.readString(page))
                .startsWith("Before.\n<!-- figures: verify -->\n| HS256 |")
                .doesNotContain("old\n")
                .endsWith(
                        "|\n<!-- end -->\nBetween.\n<!-- figures: sign -->\nnot measured\n<!-- end -->\n");
        assertThat(folder.resolve("speed")).isDirectoryContaining("glob:**/verify.svg");
    }

    @Test
    @DisplayName(
            "A bar for each library and JDK, as long as its figure, with figure and ratio behind it")
    void bars() throws Exception {
        Report.main(new String[] {folder.toString()});
        Document chart = drawn("verify.svg");
        List<Double> widths = new ArrayList<>();
        for (int i = 0; i < chart.getElementsByTagName("rect").getLength(); i++) {
            widths.add(Double.valueOf(chart.getElementsByTagName("rect")
                    .item(i)
                    .getAttributes()
                    .getNamedItem("width")
                    .getNodeValue()));
        }
        List<Double> bars = widths.subList(2, widths.size()); // after those of the legend
        assertThat(bars).hasSize(5);
        assertThat(bars.get(2)).isEqualTo(4 * bars.get(0));
        assertThat(chart.getDocumentElement().getTextContent()).contains("2,000 ns  4.00×");
    }

    @Test
    @DisplayName("Growth is drawn with a dot for each figure")
    void curves() throws Exception {
        Report.main(new String[] {folder.toString()});
        assertThat(drawn("token-size.svg").getElementsByTagName("circle").getLength())
                .isEqualTo(2);
        assertThat(drawn("denylist.svg").getDocumentElement().getTextContent())
                .contains("10,000,000");
    }

    @Test
    @DisplayName("Every part is found by its name and runs something")
    void parts() {
        for (Plan part : Plan.values()) {
            assertThat(Plan.named(part.file().replace(".json", ""))).isEqualTo(part);
            assertThat(part.runs()).isNotEmpty();
        }
    }

    private Document drawn(String chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(chart).toFile());
    }

    private void write(String file, String... runs) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "[" + String.join(",", runs) + "]");
    }

    private static String verified(String library, String algorithm, double nanos) {
        String parameters = "\"library\":\"" + library + "\",\"algorithm\":\"" + algorithm + "\"";
        return run("VerifyBenchmark.verify", parameters, nanos);
    }

    /** What JMH writes about one run, as far as it is read. */
    private static String run(String benchmark, String parameters, double nanos) {
        return """
                {"benchmark":"dev.jeton.benchmarks.%s","threads":1,"jvmArgs":[],"params":{%s},
                 "vmName":"VM","vmVersion":"1","primaryMetric":{"score":%s},
                 "secondaryMetrics":{"gc.alloc.rate.norm":{"score":1536.0}}}""".formatted(benchmark, parameters, nanos);
    }
}
