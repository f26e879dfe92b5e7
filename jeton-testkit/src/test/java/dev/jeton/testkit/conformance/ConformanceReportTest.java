package dev.jeton.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.testkit.conformance.CaseResult.Difference;
import dev.jeton.testkit.conformance.CaseResult.Kind;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ConformanceReportTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("a report has a line a case, in the order of the cases")
    void writesALineACase() throws IOException {
        ConformanceReport report = new ConformanceReport();
        report.add("One", new CaseResult(Kind.PASS, "b", ""));
        report.add("One", new CaseResult(Kind.FAIL, "a", "status is 500\ninstead of 200"));
        report.add("One", new CaseResult(Kind.DEVIATION, "c", "safety"));

        assertThat(lines(report))
                .containsExactly(
                        "PASS b", "FAIL a: status is 500 instead of 200", "DEVIATION c: safety");
    }

    @Test
    @DisplayName("a case that fails on one server of several has failed, and the server is named")
    void joinsServers() throws IOException {
        ConformanceReport report = new ConformanceReport();
        report.add("Jetty", new CaseResult(Kind.PASS, "a", ""));
        report.add("Jetty", new CaseResult(Kind.FAIL, "b", "one"));
        report.add("Jetty", new CaseResult(Kind.PASS, "c", ""));
        report.add("Tomcat", new CaseResult(Kind.FAIL, "a", "status"));
        report.add("Tomcat", new CaseResult(Kind.PASS, "b", ""));
        report.add("Tomcat", new CaseResult(Kind.PASS, "c", ""));

        assertThat(lines(report))
                .containsExactly("FAIL a: on Tomcat: status", "FAIL b: one", "PASS c");
    }

    @Test
    @DisplayName("a listed case that passes is stale in the bundled set, and passes in any other")
    void findsStaleDeviations() {
        assertThat(CaseResult.of("a", null, Deviations.parse("a\tsafety", true)))
                .hasToString("FAIL a: stale deviation, it passes: safety");
        assertThat(CaseResult.of("a", null, Deviations.parse("a\tsafety", false)))
                .hasToString("PASS a");
        assertThat(CaseResult.of(
                        "b", new Difference("x", true), Deviations.parse("a\tsafety", true)))
                .hasToString("FAIL b: x");
    }

    private Iterable<String> lines(ConformanceReport report) throws IOException {
        Path file = folder.resolve("sub").resolve("report.txt");
        report.write(file);
        return Files.readAllLines(file);
    }
}
