package dev.jeton.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

class RunPropertiesTest {
    @Test
    @DisplayName("without properties the bundled cases run, and no report is written")
    void isEmptyByDefault() {
        assertThat(of(Map.of()))
                .isEqualTo(
                        of(Map.of("jeton.conformance.cases", " ", "jeton.conformance.report", "")));
        assertThat(of(Map.of()).cases()).isEmpty();
        assertThat(of(Map.of()).report()).isEmpty();
    }

    @Test
    @DisplayName("a relative path starts from the base, an absolute one stands for itself")
    void resolvesPaths() {
        Path absolute = Path.of("cases").toAbsolutePath();
        RunProperties run = of(Map.of(
                "jeton.conformance.base", "base",
                "jeton.conformance.cases", absolute.toString(),
                "jeton.conformance.report", "out/report.txt"));

        assertThat(run.cases()).contains(absolute);
        assertThat(run.report()).contains(Path.of("base", "out", "report.txt"));
    }

    private static RunProperties of(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return RunProperties.of(properties);
    }
}
