package dev.jeton.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class RoundsTest {
    private static final Variant GET = new Variant("get", "get", "GET", "http://a/", List.of());
    private static final Variant HEADER =
            new Variant("header", "get", "GET", "http://b/", List.of("Authorization: Bearer x"));

    @Test
    @DisplayName(
            "The table has medians: of the rates, and of what a variant and its baseline differ by in a round")
    void table() {
        Rounds rounds = new Rounds(Site.TOMCAT);
        for (double cpu : new double[] {0.40, 0.38, 0.90}) { // of 10,000 requests
            rounds.add(GET, new Wrk.Load(10_000, 20_000), cpu);
        }
        for (double cpu : new double[] {0.41, 0.40, 0.95}) {
            rounds.add(HEADER, new Wrk.Load(10_000, 19_000), cpu);
        }
        assertThat(rounds.rows()).isEqualTo("""
                        | tomcat | get | 20,000 | 1.00 | 40.0 µs | | | |
                        | tomcat | header | 19,000 | 0.95 | 41.0 µs | 2.0 µs | 5.0 % | 2.4 to 5.3 % |
                        """);
    }

    @Test
    @DisplayName("What wrk writes is read; a run in which requests failed is no figure")
    void wrk() throws Exception {
        String output = """
                Running 5s test @ http://127.0.0.1:8080/
                  1 threads and 16 connections
                  100000 requests in 5.00s, 12.00MB read
                Requests/sec:  19998.40
                Transfer/sec:      2.40MB
                """;
        assertThat(Wrk.read(output)).isEqualTo(new Wrk.Load(100_000, 19_998.4));
        assertThatThrownBy(() -> Wrk.read(output + "  Non-2xx or 3xx responses: 100000\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Non-2xx");
    }

    @Test
    @DisplayName("Processor time is that of user and system, whatever the process calls itself")
    void cpu() {
        String stat = "4711 (java ) x) S 1 4711 4711 0 -1 4194560 9 0 0 0 1234 66 0 0 20 0 30 0 99";
        assertThat(ServerProcess.cpuSeconds(stat)).isEqualTo(13.0, within(1e-9));
    }

    @Test
    @DisplayName("A variant is the same after it has been announced")
    void announced() {
        assertThat(Variant.read(HEADER.line())).isEqualTo(HEADER);
    }
}
