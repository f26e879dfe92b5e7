package dev.jeton.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The charts of the report, by the names of their files. */
final class Charts {
    private static final int[] THREADS = {1, 2, 4, 8};

    private final Results results;
    private final Tables tables;

    Charts(Results results) {
        this.results = results;
        this.tables = new Tables(results);
    }

    /** Charts of what has been measured. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        if (!results.jdks(Tables.VERIFY).isEmpty()) {
            all.put("verify.svg", verify().svg());
        }
        if (!results.jdks("TokenSizeBenchmark.verify").isEmpty()) {
            all.put(
                    "token-size.svg",
                    growth(
                            "TokenSizeBenchmark.verify",
                            "characters",
                            "Verifying, by the length of the token",
                            "characters"));
            all.put(
                    "key-ring.svg",
                    growth(
                            "KeyRingBenchmark.verify",
                            "keys",
                            "Verifying, by the keys in the ring",
                            "keys"));
            all.put(
                    "denylist.svg",
                    growth(
                            "DenylistBenchmark.authenticate",
                            "entries",
                            "A whole request, by the entries of the denylist",
                            "entries"));
            all.put("threads.svg", threads().svg());
        }
        return all;
    }

    private BarChart verify() {
        List<Integer> jdks = results.jdks(Tables.VERIFY);
        List<BarChart.Group> groups = new ArrayList<>();
        for (String library : tables.libraries(Tables.VERIFY, "HS256")) {
            if (library.equals("jeton-memory")) {
                continue; // it does not verify
            }
            List<Double> values = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (int jdk : jdks) {
                double nanos = verifying(library, jdk);
                values.add(nanos);
                notes.add(MarkdownTable.time(nanos) + "  "
                        + MarkdownTable.ratio(nanos / verifying("jeton", jdk)) + "×");
            }
            String label = library.equals("mac") ? "HMAC alone" : library;
            groups.add(new BarChart.Group(label, library.equals("jeton"), values, notes));
        }
        return new BarChart(
                "Verifying an HS256 token of 354 characters: time, and ratio to Jeton's",
                jdks.stream().map(jdk -> "JDK " + jdk).toList(),
                groups);
    }

    private double verifying(String library, int jdk) {
        return results.nanos(
                        Tables.VERIFY,
                        m -> m.jdk() == jdk
                                && m.is("algorithm", "HS256")
                                && m.library().equals(library))
                .orElse(Double.NaN);
    }

    private String growth(String benchmark, String parameter, String title, String below) {
        List<String> labels = tables.values(benchmark, parameter);
        Map<String, List<Double>> curves = new LinkedHashMap<>();
        for (String library : tables.named(benchmark)) {
            curves.put(
                    library.equals("mac") ? "HMAC alone" : library,
                    labels.stream()
                            .map(label -> results.nanos(
                                    benchmark,
                                    m -> m.is(parameter, label) && m.library().equals(library)))
                            .map(nanos -> nanos.orElse(Double.NaN))
                            .toList());
        }
        List<String> shown = labels.stream()
                .map(label -> MarkdownTable.whole(Double.parseDouble(label)))
                .toList();
        return new LineChart(title, below, shown, "ns", curves).svg();
    }

    private LineChart threads() {
        Map<String, List<Double>> curves = new LinkedHashMap<>();
        curves.put("platform", throughput(false));
        if (results.all().stream().anyMatch(Measured::virtual)) {
            curves.put("virtual", throughput(true));
        }
        List<String> labels = new ArrayList<>();
        for (int threads : THREADS) {
            labels.add(Integer.toString(threads));
        }
        return new LineChart(
                "Tokens verified by all threads together", "threads", labels, "1/µs", curves);
    }

    private List<Double> throughput(boolean virtual) {
        List<Double> values = new ArrayList<>();
        int jdk = tables.last("TokenSizeBenchmark.verify");
        for (int threads : THREADS) {
            OptionalDouble nanos = results.all().stream()
                    .filter(m -> m.benchmark().equals(Tables.THREADS) && m.jdk() == jdk)
                    .filter(m -> m.virtual() == virtual && m.threads() == threads)
                    .filter(m -> m.library().equals("jeton"))
                    .mapToDouble(Measured::nanos)
                    .findFirst();
            values.add(1_000 * threads / nanos.orElse(Double.NaN));
        }
        return values;
    }
}
